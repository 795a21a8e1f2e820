/** Set-wide uniqueness: a (kind, value) row written in the transaction of the event that needs it. */
@NullMarked
package dev.kiwi.command.claim;

import org.jspecify.annotations.NullMarked;
