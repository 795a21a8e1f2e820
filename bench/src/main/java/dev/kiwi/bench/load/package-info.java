/** A closed-loop HTTP load generator that is cheap enough to share two cores with what it loads. */
@NullMarked
package dev.kiwi.bench.load;

import org.jspecify.annotations.NullMarked;
