/** What Kiwi takes of a processor when nobody asks anything. */
@NullMarked
package dev.kiwi.bench.idle;

import org.jspecify.annotations.NullMarked;
