/**
 * Cheater detection (leaderboards.md 16). {@link dev.kiwi.projection.leaderboard.cheater.CheaterAnalysis} is a function
 * of one capture, its week and the settings: no store, no clock. {@link
 * dev.kiwi.projection.leaderboard.cheater.CheaterPass} feeds it from the packed boards, one board's week at a time, and
 * keeps the report. Players are numbers throughout and rows are columns; names are looked at once for each player.
 */
@NullMarked
package dev.kiwi.projection.leaderboard.cheater;

import org.jspecify.annotations.NullMarked;
