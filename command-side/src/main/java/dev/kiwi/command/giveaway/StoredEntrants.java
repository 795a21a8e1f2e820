package dev.kiwi.command.giveaway;

import dev.kiwi.api.giveaway.EntryKey;
import dev.kiwi.api.giveaway.GiveawayEvent.EntryAccepted;
import dev.kiwi.command.crypto.SubjectKeys;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entrants by their claims, whose positions are those of their entries. */
final class StoredEntrants implements Entrants {
    private final JdbcClient jdbc;
    private final EventStorageEngine events;
    private final SubjectKeys keys;
    private final EntryTickets tickets;

    StoredEntrants(DataSource dataSource, EventStorageEngine events, SubjectKeys keys, EntryTickets tickets) {
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
        this.keys = keys;
        this.tickets = tickets;
    }

    @Override
    public List<Entrant> of(String giveawayId, Instant since) {
        Set<String> gone = new HashSet<>(keys.destroyedSince(since));
        return jdbc.sql("select value from es.claim where kind = ? order by position")
                .param(Entry.claimKind(giveawayId))
                .query((row, n) -> entrant(giveawayId, row.getString(1), gone))
                .list();
    }

    private Entrant entrant(String giveawayId, String siteUserId, Set<String> gone) {
        return new Entrant(siteUserId, tickets.of(giveawayId, siteUserId), gone.contains(siteUserId));
    }

    @Override
    public @Nullable String nameOf(String giveawayId, Entrant entrant) {
        var first = events.readEvents(EntryKey.of(giveawayId, entrant.siteUserId()), 0)
                .next();
        return ((EntryAccepted) first.getPayload()).username();
    }
}
