package dev.kiwi.projection.market;

import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.projection.machinery.ReadModel;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes the listings of a scrape by one statement, whatever their number. */
final class ListingTable {
    private static final String UPSERT = """
            insert into market_listing (last_seen, id, name, type, stack, price, price_each, created_at)
            select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::float8[], ?::bigint[])
            on conflict (id) do update set last_seen = excluded.last_seen
            where market_listing.last_seen < excluded.last_seen""";

    private final ReadModel model;

    ListingTable(ReadModel model) {
        this.model = model;
    }

    /** New listings get everything, known ones a later sighting. @param listings no id twice */
    void upsert(List<ParsedListing> listings, long lastSeen) {
        model.jdbc()
                .sql(UPSERT)
                .params(
                        lastSeen,
                        column(listings, listing -> listing.id().toString(), String[]::new),
                        column(listings, ParsedListing::name, String[]::new),
                        column(listings, ParsedListing::type, String[]::new),
                        column(listings, ParsedListing::stack, Integer[]::new),
                        column(listings, ParsedListing::price, Long[]::new),
                        column(listings, ParsedListing::priceEach, Double[]::new),
                        column(listings, ParsedListing::createdAt, Long[]::new))
                .update();
    }

    private static <T> Object column(
            List<ParsedListing> listings,
            Function<ParsedListing, ? extends @Nullable Object> value,
            IntFunction<T[]> array) {
        return listings.stream().map(value).toArray(array);
    }

    void name(List<String> items) {
        model.jdbc()
                .sql("insert into market_item (name) select unnest(?::text[]) on conflict do nothing")
                .param((Object) items.toArray(String[]::new))
                .update();
    }
}
