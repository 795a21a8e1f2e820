/** Captures of the game's rotating content: which window each belongs to is decided here, by our clock. */
@NullMarked
package dev.kiwi.command.rotation;

import org.jspecify.annotations.NullMarked;
