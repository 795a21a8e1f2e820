/** API tokens: scopes and their masks. */
@NullMarked
package dev.kiwi.api.token;

import org.jspecify.annotations.NullMarked;
