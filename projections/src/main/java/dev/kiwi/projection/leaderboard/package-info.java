/**
 * The leaderboards as tables: one event is one capture, its rows come from the dump's blob. A capture is replaced whole
 * in the transaction of its event; readers see the old or the new one.
 */
@NullMarked
package dev.kiwi.projection.leaderboard;

import org.jspecify.annotations.NullMarked;
