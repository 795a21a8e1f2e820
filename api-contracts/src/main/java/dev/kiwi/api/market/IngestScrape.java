package dev.kiwi.api.market;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Files a parsed scrape of the marketplace; leads to {@link MarketEvent.ScrapeIngested}. The scrape lies in the blob
 * store already. The same scrape again, with the same items of interest, is no news.
 *
 * @param scrapeId {@code scrape:<lastSeen>:<start of sha256>}
 * @param lastSeen when the listings were seen, unix seconds
 * @param sha256 lower-case hex; the blob's name
 * @param bytes of the scrape as text
 * @param parsed valid listings
 * @param imported those whose item is of interest
 * @param items names of interest that occur in it, ascending
 */
public record IngestScrape(
        @TargetAggregateIdentifier String scrapeId,
        long lastSeen,
        String sha256,
        long bytes,
        int parsed,
        int imported,
        List<String> items) {
    private static final int DIGITS = 16;

    public static IngestScrape of(
            long lastSeen, String sha256, long bytes, int parsed, int imported, List<String> items) {
        String id = "scrape:" + lastSeen + ":" + sha256.substring(0, DIGITS);
        return new IngestScrape(id, lastSeen, sha256, bytes, parsed, imported, items);
    }

    public int ignored() {
        return parsed - imported;
    }
}
