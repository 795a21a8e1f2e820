/** Read model {@code trove}: captured rotations and supporters. One for several contexts, because each costs idle time. */
@NullMarked
package dev.kiwi.projection.trove;

import org.jspecify.annotations.NullMarked;
