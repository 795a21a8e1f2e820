package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;

/** Evidence against the player of one row of a board. */
record Finding(int row, Evidence evidence) {}
