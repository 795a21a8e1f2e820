/** Answers about releases of the desktop app. */
@NullMarked
package dev.kiwi.query.release;

import org.jspecify.annotations.NullMarked;
