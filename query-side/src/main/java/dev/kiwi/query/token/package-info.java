/** Questions about API tokens. */
@NullMarked
package dev.kiwi.query.token;

import org.jspecify.annotations.NullMarked;
