/** Answers about the game's servers. */
@NullMarked
package dev.kiwi.query.status;

import org.jspecify.annotations.NullMarked;
