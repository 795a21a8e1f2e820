/** Kiwi as a separate process, and a client that talks to it. */
@NullMarked
package dev.kiwi.bench.process;

import org.jspecify.annotations.NullMarked;
