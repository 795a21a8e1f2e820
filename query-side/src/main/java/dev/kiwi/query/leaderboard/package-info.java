/**
 * Reading leaderboards. A page costs the same however much history there is: two bodies of one board and the names of
 * the page; a history reads as many captures as it shows. A capture that is replaced between two statements is read
 * again, so that no answer mixes two of them.
 */
@NullMarked
package dev.kiwi.query.leaderboard;

import org.jspecify.annotations.NullMarked;
