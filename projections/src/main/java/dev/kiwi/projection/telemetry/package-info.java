/**
 * The telemetry log (ADR 0021): records that decide nothing, appended in batches to a table with a partition a day, with
 * positions, a retention and aggregates that are made again from what is kept.
 */
@NullMarked
package dev.kiwi.projection.telemetry;

import org.jspecify.annotations.NullMarked;
