/** Rotating content of the game (rotations.md): what is asked, answered, captured and told. */
@NullMarked
package dev.kiwi.api.rotation;

import org.jspecify.annotations.NullMarked;
