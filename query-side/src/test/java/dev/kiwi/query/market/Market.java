package dev.kiwi.query.market;

import dev.kiwi.api.formats.grainus.GrainusParser;
import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.market.MarketEvent.ScrapeIngested;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.market.MarketProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scrapes in, answers out, on a real Postgres. */
final class Market {
    static final long NOW = 1_780_916_700;

    private final Map<String, List<ParsedListing>> scrapes = new HashMap<>();
    final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(),
            "market",
            "projection/market.sql",
            model -> new MarketProjector(model, scrapes::get));
    final JdbcClient jdbc = JdbcClient.create(model.dataSource());
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    final ListingQueries listings = new ListingQueries(jdbc, clock);
    final ItemQueries items = new ItemQueries(jdbc, clock);
    final PriceHistoryQueries prices = new PriceHistoryQueries(jdbc, clock);

    /** Files what is parsed of a text; all its items are of interest. */
    void scrape(long lastSeen, String text) {
        try {
            file(lastSeen, GrainusParser.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void file(long lastSeen, List<ParsedListing> listings) {
        List<String> names =
                listings.stream().map(ParsedListing::name).distinct().toList();
        file(lastSeen, listings, names);
    }

    void file(long lastSeen, List<ParsedListing> listings, List<String> interest) {
        String sha256 = UUID.randomUUID().toString();
        scrapes.put(sha256, listings);
        int imported = (int) listings.stream()
                .filter(listing -> interest.contains(listing.name()))
                .count();
        model.apply(
                "scrape:1",
                new ScrapeIngested(
                        "scrape:1",
                        lastSeen,
                        sha256,
                        1,
                        listings.size(),
                        imported,
                        listings.size() - imported,
                        interest,
                        Instant.EPOCH));
    }

    /** A version-1 id of that moment. @param node tells ids of one moment apart */
    static UUID id(long createdAt, long node) {
        long ticks = createdAt * 10_000_000 + 0x01B21DD213814000L;
        long high = ticks << 32 | (ticks >>> 32 & 0xFFFF) << 16 | 0x1000 | ticks >>> 48 & 0x0FFF;
        return new UUID(high, 0x8000_0000_0000_0000L | node);
    }

    static ParsedListing listing(long createdAt, long node, String name, int stack, long price) {
        return new ParsedListing(id(createdAt, node), name, null, stack, price);
    }
}
