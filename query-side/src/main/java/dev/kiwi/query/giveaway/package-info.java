/** Reads of giveaways, entries and prize drawers. */
@NullMarked
package dev.kiwi.query.giveaway;

import org.jspecify.annotations.NullMarked;
