/**
 * LeaderBot.cfg, the dump of all leaderboards (leaderboards.md 2). Promises: one pass over the bytes, each distinct name
 * decoded once, memory of the result plus the longest head or triple; any bytes are accepted, nothing throws. "Blank" is
 * any character up to U+0020, as {@link String#trim} has it; U+0000 reads as U+FFFD, because no store can hold it.
 */
@NullMarked
package dev.kiwi.api.formats.leaderbot;

import org.jspecify.annotations.NullMarked;
