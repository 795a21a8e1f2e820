/** Read your writes: {@code Kiwi-Min-Position} waits until the read models have caught up. */
@NullMarked
package dev.kiwi.web.position;

import org.jspecify.annotations.NullMarked;
