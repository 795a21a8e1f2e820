/** The marketplace as tables: one event is one scrape, its rows come from the scrape's blob. */
@NullMarked
package dev.kiwi.projection.market;

import org.jspecify.annotations.NullMarked;
