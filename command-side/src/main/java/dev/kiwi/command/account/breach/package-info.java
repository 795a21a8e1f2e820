/** Passwords that attackers know: the port, and the adapter for a range service. */
@NullMarked
package dev.kiwi.command.account.breach;

import org.jspecify.annotations.NullMarked;
