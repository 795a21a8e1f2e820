/** Runs projectors: exactly-once batches, dead letters, shadow rebuilds, positions and lag. */
@NullMarked
package dev.kiwi.projection.machinery;

import org.jspecify.annotations.NullMarked;
