/** HTTP load generators, closed-loop and paced, cheap enough to share two cores with what it loads. */
@NullMarked
package dev.kiwi.bench.load;

import org.jspecify.annotations.NullMarked;
