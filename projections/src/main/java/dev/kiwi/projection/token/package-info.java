/** Read model of API tokens: one row each, gone when the account is erased. */
@NullMarked
package dev.kiwi.projection.token;

import org.jspecify.annotations.NullMarked;
