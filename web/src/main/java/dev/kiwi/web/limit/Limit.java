package dev.kiwi.web.limit;

import java.time.Duration;

/** At most {@code max} requests in any {@code windowSeconds}. */
public record Limit(int max, int windowSeconds) {
    public Limit {
        if (max < 1 || windowSeconds < 1) {
            throw new IllegalArgumentException(
                    "A limit needs at least 1 request and 1 second: " + max + "/" + windowSeconds);
        }
    }

    public Duration window() {
        return Duration.ofSeconds(windowSeconds);
    }

    /** The same window with a wider budget. */
    public Limit times(int factor) {
        return new Limit(Math.multiplyExact(max, factor), windowSeconds);
    }
}
