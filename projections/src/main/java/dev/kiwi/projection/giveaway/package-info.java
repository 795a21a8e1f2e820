/** Read model of giveaways: drawers, codes without their texts, giveaways and entries. */
@NullMarked
package dev.kiwi.projection.giveaway;

import org.jspecify.annotations.NullMarked;
