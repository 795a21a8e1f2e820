/** Leaderboards over HTTP: bots post dumps, clients read boards, entries and histories (leaderboards.md 6 to 10). */
@NullMarked
package dev.kiwi.web.leaderboard;

import org.jspecify.annotations.NullMarked;
