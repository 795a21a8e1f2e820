/** What a scrape of the marketplace costs, beside a bare COPY of its rows. */
@NullMarked
package dev.kiwi.bench.market;

import org.jspecify.annotations.NullMarked;
