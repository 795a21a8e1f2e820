/** Messages of giveaways: the prize drawers, the giveaways, entries and draws. */
@NullMarked
package dev.kiwi.api.giveaway;

import org.jspecify.annotations.NullMarked;
