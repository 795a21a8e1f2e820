/** What it costs to record a request. */
@NullMarked
package dev.kiwi.bench.usage;

import org.jspecify.annotations.NullMarked;
