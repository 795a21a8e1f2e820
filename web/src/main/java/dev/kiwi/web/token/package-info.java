/** Routes of API tokens. */
@NullMarked
package dev.kiwi.web.token;

import org.jspecify.annotations.NullMarked;
