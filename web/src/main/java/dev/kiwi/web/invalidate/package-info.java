/** Tells every node at once that a cached fact is no longer true. */
@NullMarked
package dev.kiwi.web.invalidate;

import org.jspecify.annotations.NullMarked;
