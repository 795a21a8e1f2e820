/** Compares storage layouts for captures (ADR 0006): time to load one, bytes an entry, on an embedded Postgres. */
@NullMarked
package dev.kiwi.bench.layout;

import org.jspecify.annotations.NullMarked;
