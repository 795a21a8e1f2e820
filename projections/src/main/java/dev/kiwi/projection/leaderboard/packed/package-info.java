/**
 * The packed layout of captures (ADR 0006). {@link dev.kiwi.projection.leaderboard.packed.BoardBody}: one board at one
 * anchor, in rank order, in blocks of 512 rows that decode on their own. {@link
 * dev.kiwi.projection.leaderboard.packed.PlayerIndex}: for 64 players, where they stand in the boards of one anchor;
 * ranks and scores are then read from the boards. Bytes are a pure function of the content, and start with a format
 * number, so that a rebuild gives the same bytes and a later format can be told apart.
 */
@NullMarked
package dev.kiwi.projection.leaderboard.packed;

import org.jspecify.annotations.NullMarked;
