package dev.kiwi.command.market;

import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.IngestScrape;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scrape that lies in the blob store and was parsed.
 *
 * @param bytes of the text
 */
public record ReceivedScrape(String sha256, long bytes, List<ParsedListing> listings) {
    /**
     * What files it.
     *
     * @param timestamp when the listings were seen; now, when it is null or not positive
     * @param interest the interest list
     * @throws Refusal 400 when the timestamp is in the future
     */
    public IngestScrape filing(@Nullable Long timestamp, long now, Collection<String> interest) {
        long seen = timestamp == null || timestamp <= 0 ? now : timestamp;
        Refusal.ifViolated(new ScrapeIsNotAhead(seen, now));
        Set<String> wanted = new HashSet<>(interest);
        List<ParsedListing> imported = listings.stream()
                .filter(listing -> wanted.contains(listing.name()))
                .toList();
        List<String> items =
                imported.stream().map(ParsedListing::name).distinct().sorted().toList();
        return IngestScrape.of(seen, sha256, bytes, listings.size(), imported.size(), items);
    }
}
