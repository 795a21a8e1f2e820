package dev.kiwi.web.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a finished write.
 *
 * @param body null when the answer was too large to keep, so that it cannot be replayed
 */
record StoredAnswer(int status, @Nullable String contentType, byte @Nullable [] body) {}
