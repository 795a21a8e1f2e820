/** Leaderboards: commands, events, queries and their answers; anchors, trove-days and reset kinds as pure functions. */
@NullMarked
package dev.kiwi.api.leaderboard;

import org.jspecify.annotations.NullMarked;
