package dev.kiwi.api.usage;

import java.time.LocalDate;
import java.util.List;

/**
 * Requests of an account or a token (platform.md 12.2). Errors are those with status 400 and above; averages have two
 * decimals and are 0 when there is nothing.
 *
 * @param rateLimited those with status 429
 * @param byDay in UTC, ascending, only days with requests
 * @param byEndpoint the most called first
 */
public record ActivitySummary(
        int windowDays,
        long totalRequests,
        long errorCount,
        long rateLimited,
        double avgDurationMs,
        List<Day> byDay,
        List<Endpoint> byEndpoint) {

    public record Day(LocalDate date, long count, long errorCount, double avgDurationMs) {}

    public record Endpoint(String route, String method, long count, long errorCount, double avgDurationMs) {}
}
