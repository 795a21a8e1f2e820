/** What a bearer stands for: API tokens and session tokens, strongly consistent and cached for seconds. */
@NullMarked
package dev.kiwi.web.credential;

import org.jspecify.annotations.NullMarked;
