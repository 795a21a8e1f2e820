/** What other contexts may know of a player's stats. */
@NullMarked
package dev.kiwi.api.stat;

import org.jspecify.annotations.NullMarked;
