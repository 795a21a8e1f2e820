/** What the detection of cheaters costs, and whether it finds whom it should. */
@NullMarked
package dev.kiwi.bench.cheaters;

import org.jspecify.annotations.NullMarked;
