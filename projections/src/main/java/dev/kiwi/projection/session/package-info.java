/** Read model of sessions: one row each, gone when the account is erased. */
@NullMarked
package dev.kiwi.projection.session;

import org.jspecify.annotations.NullMarked;
