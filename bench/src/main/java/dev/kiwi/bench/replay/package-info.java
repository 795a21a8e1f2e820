/** Rebuilds of a read model while it is read. */
@NullMarked
package dev.kiwi.bench.replay;

import org.jspecify.annotations.NullMarked;
