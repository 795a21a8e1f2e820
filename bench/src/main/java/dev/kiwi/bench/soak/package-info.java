/** A quarter of an hour of mixed load: what grows, and whether answers get slower. */
@NullMarked
package dev.kiwi.bench.soak;

import org.jspecify.annotations.NullMarked;
