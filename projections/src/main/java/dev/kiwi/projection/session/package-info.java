/** Read model of sessions: one row each, gone when it expires or the account is erased; of passkeys and incidents. */
@NullMarked
package dev.kiwi.projection.session;

import org.jspecify.annotations.NullMarked;
