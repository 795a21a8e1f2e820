/** The marketplace: receiving scrapes, and the list of items that are of interest. */
@NullMarked
package dev.kiwi.command.market;

import org.jspecify.annotations.NullMarked;
