/** Questions about sessions, passkeys and security incidents. */
@NullMarked
package dev.kiwi.query.session;

import org.jspecify.annotations.NullMarked;
