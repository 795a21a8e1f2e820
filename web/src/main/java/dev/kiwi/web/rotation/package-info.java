/** Rotating content of the game over HTTP (rotations.md): timers, the calendar and what bots capture. */
@NullMarked
package dev.kiwi.web.rotation;

import org.jspecify.annotations.NullMarked;
