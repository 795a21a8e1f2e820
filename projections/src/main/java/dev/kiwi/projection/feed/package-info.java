/** Read model of all that is relayed, and of the times of the game's servers. */
@NullMarked
package dev.kiwi.projection.feed;

import org.jspecify.annotations.NullMarked;
