package dev.kiwi.web.market;

import dev.kiwi.api.market.IngestScrape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a scrape.
 *
 * @param imported listings that were stored, new or seen again
 * @param lastSeen unix seconds; null when the scrape held no listing
 */
record ScrapeReply(
        int parsed,
        int imported,
        int ignoredNotInList,
        @Nullable Long lastSeen) {
    static final ScrapeReply NOTHING = new ScrapeReply(0, 0, 0, null);

    static ScrapeReply of(IngestScrape filed) {
        return new ScrapeReply(filed.parsed(), filed.imported(), filed.ignored(), filed.lastSeen());
    }

    /** For the ingest log. */
    Map<String, @Nullable Object> summary(long bytes) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        summary.put("parsed", parsed);
        summary.put("imported", imported);
        summary.put("ignored_not_in_list", ignoredNotInList);
        summary.put("last_seen", lastSeen);
        summary.put("bytes", bytes);
        return summary;
    }
}
