package dev.kiwi.projection.market;

import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.market.MarketEvent.InterestItemAdded;
import dev.kiwi.api.market.MarketEvent.InterestItemRemoved;
import dev.kiwi.api.market.MarketEvent.InterestListReplaced;
import dev.kiwi.api.market.MarketEvent.InterestListSeeded;
import dev.kiwi.api.market.MarketEvent.ScrapeIngested;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Fills the tables of {@code market}. */
public final class MarketProjector {
    private final ReadModel model;
    private final ScrapeSource source;
    private final ListingTable listings;

    public MarketProjector(ReadModel model, ScrapeSource source) {
        this.model = model;
        this.source = source;
        this.listings = new ListingTable(model);
    }

    @EventHandler
    public void on(ScrapeIngested event) throws IOException {
        if (event.imported() > 0) {
            Set<String> items = new HashSet<>(event.items());
            List<ParsedListing> imported = source.read(event.sha256()).stream()
                    .filter(listing -> items.contains(listing.name()))
                    .toList();
            listings.upsert(imported, event.lastSeen());
            listings.name(event.items());
        }
    }

    @EventHandler
    public void on(InterestListSeeded event) {
        event.names().forEach(name -> add(name, null, event.bundledAt()));
    }

    @EventHandler
    public void on(InterestItemAdded event) {
        add(event.name(), event.accountId(), event.addedAt());
    }

    @EventHandler
    public void on(InterestItemRemoved event) {
        remove(event.name());
    }

    @EventHandler
    public void on(InterestListReplaced event) {
        event.removed().forEach(this::remove);
        event.added().forEach(name -> add(name, event.accountId(), event.replacedAt()));
    }

    private void add(String name, @Nullable String accountId, Instant at) {
        model.change(
                "insert into interest_item (name, added_by, added_at) values (?, ?, ?)",
                name,
                accountId,
                Timestamp.from(at));
    }

    private void remove(String name) {
        model.change("delete from interest_item where name = ?", name);
    }
}
