package dev.kiwi.api.pageview;

import java.time.Instant;

/**
 * One view of a page, as it goes into the telemetry log (platform.md 13).
 *
 * @param route template of the page
 * @param path as it was called, without the query
 * @param visitorHash 32 hex digits; the same visitor has another one each day
 */
public record RecordedView(Instant at, String route, String path, String visitorHash) {}
