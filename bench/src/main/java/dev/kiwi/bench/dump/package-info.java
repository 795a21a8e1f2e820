/** Believable LeaderBot dumps (leaderboards.md 2), made by calculation: a function of seed, hour and size. */
@NullMarked
package dev.kiwi.bench.dump;

import org.jspecify.annotations.NullMarked;
