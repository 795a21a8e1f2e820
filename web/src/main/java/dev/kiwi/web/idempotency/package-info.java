/** Replays the answer of a write that is sent again under the same {@code Idempotency-Key} (platform.md 1.13). */
@NullMarked
package dev.kiwi.web.idempotency;

import org.jspecify.annotations.NullMarked;
