package dev.kiwi.web.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a finished write.
 *
 * @param body null when the answer was too large to keep, so that it cannot be replayed
 * @param fingerprint of the request that it answers, see {@link Fingerprint}; null when that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredAnswer(int status, @Nullable String contentType, byte @Nullable [] body, byte @Nullable [] fingerprint) {
    StoredAnswer to(byte[] request) {
        return new StoredAnswer(status, contentType, body, request);
    }
}
