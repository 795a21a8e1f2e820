package dev.kiwi.command.upstream;

import java.time.Duration;

/**
 * How much of us a service may take.
 *
 * @param patience for one try: name, connection, headers and body together
 * @param largestAnswer bytes of a body, unpacked
 * @param attempts of one call, the first included
 * @param pause before the second attempt, doubled with each
 * @param counted so many attempts are looked back at; when most of them failed, the service is left alone
 * @param leftAlone for so long
 */
public record UpstreamLimits(
        Duration patience, int largestAnswer, int attempts, Duration pause, int counted, Duration leftAlone) {
    /** Of what is fetched every few minutes. */
    public static UpstreamLimits ofRelays() {
        return new UpstreamLimits(Duration.ofSeconds(15), 8 << 20, 3, Duration.ofSeconds(1), 6, Duration.ofMinutes(10));
    }

    /** Of what somebody waits for. */
    public static UpstreamLimits ofRequests() {
        return new UpstreamLimits(Duration.ofSeconds(10), 4 << 20, 1, Duration.ofSeconds(1), 8, Duration.ofSeconds(30));
    }
}
