/** The marketplace: scrapes that bots post, the list of items that count, and what is asked of the listings. */
@NullMarked
package dev.kiwi.api.market;

import org.jspecify.annotations.NullMarked;
