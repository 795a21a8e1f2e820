/** Passkeys: their keys, and what webauthn4j says of answers of authenticators. */
@NullMarked
package dev.kiwi.command.account.passkey;

import org.jspecify.annotations.NullMarked;
