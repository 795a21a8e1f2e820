/** API tokens and their scopes: commands, events, queries and their results. */
@NullMarked
package dev.kiwi.api.token;

import org.jspecify.annotations.NullMarked;
