/** Index over the whole history: one row an event, without its payload. */
@NullMarked
package dev.kiwi.projection.audit;

import org.jspecify.annotations.NullMarked;
