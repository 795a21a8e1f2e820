/** Authenticated reads over HTTP. */
@NullMarked
package dev.kiwi.bench.read;

import org.jspecify.annotations.NullMarked;
