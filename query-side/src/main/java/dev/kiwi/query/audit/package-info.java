/** Searching the history of everything that happened. */
@NullMarked
package dev.kiwi.query.audit;

import org.jspecify.annotations.NullMarked;
