package dev.kiwi.command.giveaway;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.giveaway.EnterGiveaway;
import dev.kiwi.api.giveaway.EntryKey;
import dev.kiwi.api.giveaway.EntryReceipt;
import dev.kiwi.api.giveaway.GiveawayEvent.EntryAccepted;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * That somebody takes part in a giveaway. An aggregate of its own, so that ten thousand entries do not queue for one; the
 * claim that it leaves is what the draw reads, in the order of commits.
 */
final class Entry {
    @AggregateIdentifier
    private @Nullable String key;

    private String ticket = "";

    /** For Axon, before the first event is applied. */
    Entry() {}

    /** The kind of the claims of a giveaway's entries; each is of a site user. */
    static String claimKind(String giveawayId) {
        return "giveaway_entry:" + giveawayId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    EntryReceipt decide(EnterGiveaway command, Claims claims, EntryTickets tickets, Clock clock) {
        EntryWindow window = EntryWindow.find(claims, command.giveawayId())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such giveaway."));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Refusal.ifViolated(new EntriesAreAccepted(window, now));
        if (key == null) {
            window.hold(claims);
            claims.claim(claimKind(command.giveawayId()), command.siteUserId(), command.aggregateId());
            apply(new EntryAccepted(
                    command.giveawayId(),
                    command.siteUserId(),
                    command.username(),
                    tickets.of(command.giveawayId(), command.siteUserId()),
                    now));
        }
        return new EntryReceipt(ticket);
    }

    @EventSourcingHandler
    void evolve(EntryAccepted event) {
        key = EntryKey.of(event.giveawayId(), event.siteUserId());
        ticket = event.ticket();
    }
}
