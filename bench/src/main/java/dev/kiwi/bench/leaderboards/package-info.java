/** A month of captures: what it costs to file and to keep, and what reads and a replay cost at that depth. */
@NullMarked
package dev.kiwi.bench.leaderboards;

import org.jspecify.annotations.NullMarked;
