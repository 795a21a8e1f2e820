/** Writes: through the command gateway and over HTTP. */
@NullMarked
package dev.kiwi.bench.commands;

import org.jspecify.annotations.NullMarked;
