/**
 * Who played between each two neighbouring captures, and as which class (activity.md). An event of a capture makes the
 * windows before and after it; the captures themselves are read from their blobs. The thresholds of established players
 * are those in force when a window is projected, so a rebuild applies today's to all of history (ADR 0032).
 */
@NullMarked
package dev.kiwi.projection.activity;

import org.jspecify.annotations.NullMarked;
