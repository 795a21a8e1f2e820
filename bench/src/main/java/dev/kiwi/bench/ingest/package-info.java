/** What a dump costs: Kiwi beside a bare COPY and the row design of leaderboards.md 6.2. */
@NullMarked
package dev.kiwi.bench.ingest;

import org.jspecify.annotations.NullMarked;
