package dev.kiwi.web.limit;

import org.springframework.http.HttpHeaders;

/** A bucket's state as response headers: the product's own and those of the IETF draft. */
final class RateHeaders {
    private RateHeaders() {}

    static void main(HttpHeaders headers, BucketState state) {
        Limit limit = state.bucket().limit();
        headers.set("X-RateLimit-Limit", String.valueOf(limit.max()));
        headers.set("X-RateLimit-Remaining", String.valueOf(state.remaining()));
        headers.set("X-RateLimit-Reset", String.valueOf(state.reset().getEpochSecond()));
        String policy = "\"" + state.bucket().policy() + "\"";
        headers.set("RateLimit-Policy", policy + ";q=" + limit.max() + ";w=" + limit.windowSeconds());
        headers.set("RateLimit", policy + ";r=" + state.remaining() + ";t=" + limit.windowSeconds());
    }

    static void archive(HttpHeaders headers, BucketState state) {
        headers.set(
                "X-RateLimit-Archive-Limit",
                String.valueOf(state.bucket().limit().max()));
        headers.set("X-RateLimit-Archive-Remaining", String.valueOf(state.remaining()));
        headers.set("X-RateLimit-Archive-Reset", String.valueOf(state.reset().getEpochSecond()));
    }

    static void refused(HttpHeaders headers, BucketState state) {
        main(headers, state);
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(state.retryAfterSeconds()));
    }
}
