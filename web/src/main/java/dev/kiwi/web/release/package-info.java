/** Releases of the desktop app over HTTP (misc-btt.md D). */
@NullMarked
package dev.kiwi.web.release;

import org.jspecify.annotations.NullMarked;
