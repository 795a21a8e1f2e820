/**
 * What is known of each player over the whole history, made beside the projection: {@link
 * dev.kiwi.projection.leaderboard.total.TotalsFold} adds captures some at a time, so that an ingest writes no row per
 * player and board, and a profile reads one row and the last few captures however old the history is.
 */
@NullMarked
package dev.kiwi.projection.leaderboard.total;

import org.jspecify.annotations.NullMarked;
