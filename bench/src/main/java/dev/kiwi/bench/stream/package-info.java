/** What it costs to hold many connections of the stream of events. */
@NullMarked
package dev.kiwi.bench.stream;

import org.jspecify.annotations.NullMarked;
