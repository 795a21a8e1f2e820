/** Releases of the desktop app Better Trove Tools (misc-btt.md D). */
@NullMarked
package dev.kiwi.api.release;

import org.jspecify.annotations.NullMarked;
