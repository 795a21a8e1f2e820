package dev.kiwi.command.giveaway;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.giveaway.CancelGiveaway;
import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.EditGiveaway;
import dev.kiwi.api.giveaway.GiveawayEvent;
import dev.kiwi.api.giveaway.GiveawayEvent.EntriesClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCancelled;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCreated;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayEdited;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayOpened;
import dev.kiwi.api.giveaway.GiveawayKey;
import dev.kiwi.api.giveaway.GiveawayStatus;
import dev.kiwi.api.giveaway.OpenGiveaway;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A prize that somebody gets. It does not know its entries, each of which stands for itself: it closes them and draws. */
final class Giveaway {
    @AggregateIdentifier
    private @Nullable String key;

    private String giveawayId = "";
    private Terms terms = Terms.NONE;
    private GiveawayStatus status = GiveawayStatus.SCHEDULED;
    private String commitment = "";
    private Instant createdAt = Instant.EPOCH;
    private boolean entriesClosed;

    /** For Axon, before the first event is applied. */
    Giveaway() {}

    /** What a giveaway is about, as one can edit it. */
    private record Terms(
            String title,
            @Nullable String description,
            Instant startsAt,
            Instant endsAt,
            String drawerId,
            String prizeName,
            String codeId) {
        static final Terms NONE = new Terms("", null, Instant.EPOCH, Instant.EPOCH, "", "", "");

        /** All but the prize. */
        Terms edited(EditGiveaway command) {
            return new Terms(
                    Objects.requireNonNullElse(command.title(), title),
                    newDescription(command.description()),
                    Objects.requireNonNullElse(command.startsAt(), startsAt),
                    Objects.requireNonNullElse(command.endsAt(), endsAt),
                    drawerId,
                    prizeName,
                    codeId);
        }

        private @Nullable String newDescription(@Nullable String asked) {
            if (asked == null) {
                return description;
            }
            return asked.isBlank() ? null : asked;
        }

        Terms withPrize(EditGiveaway.Drawer drawer, String code) {
            return new Terms(title, description, startsAt, endsAt, drawer.id(), drawer.name(), code);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateGiveaway command, Claims claims, CodeUses codes, DrawSeeds seeds, Clock clock) {
        Instant now = now(clock);
        Refusal.ifViolated(
                new EndIsAfterStart(command.startsAt(), command.endsAt()), new EndLiesAhead(command.endsAt(), now));
        GiveawayStatus first = command.startsAt().isAfter(now) ? GiveawayStatus.SCHEDULED : GiveawayStatus.OPEN;
        String codeId = codes.reserve(command.drawerId(), command.giveawayId());
        window(command.giveawayId(), first, command.startsAt(), command.endsAt(), false)
                .begin(claims);
        apply(new GiveawayCreated(
                command.giveawayId(),
                command.title(),
                command.description(),
                command.startsAt(),
                command.endsAt(),
                first.text(),
                command.drawerId(),
                command.prizeName(),
                codeId,
                seeds.commitment(command.giveawayId()),
                now));
    }

    @CommandHandler
    void decide(EditGiveaway command, Claims claims, CodeUses codes, Clock clock) {
        Refusal.ifViolated(new GiveawayIsRunning(status), new EntriesAreOpen(entriesClosed));
        Terms next = terms.edited(command);
        Refusal.ifViolated(new EndIsAfterStart(next.startsAt(), next.endsAt()));
        EditGiveaway.Drawer drawer = command.drawer();
        if (drawer != null && !drawer.id().equals(terms.drawerId())) {
            next = next.withPrize(drawer, codes.reserve(drawer.id(), giveawayId));
            codes.release(terms.codeId());
        }
        if (next.equals(terms)) {
            return;
        }
        GiveawayStatus then = statusAt(next, now(clock));
        window().becomes(window(giveawayId, then, next.startsAt(), next.endsAt(), false), claims);
        apply(new GiveawayEdited(
                giveawayId,
                next.title(),
                next.description(),
                next.startsAt(),
                next.endsAt(),
                then.text(),
                next.drawerId(),
                next.prizeName(),
                next.codeId(),
                now(clock)));
    }

    /** One whose end is over stays what it is until it is drawn. */
    private GiveawayStatus statusAt(Terms next, Instant now) {
        if (next.startsAt().isAfter(now)) {
            return GiveawayStatus.SCHEDULED;
        }
        return now.isBefore(next.endsAt()) ? GiveawayStatus.OPEN : status;
    }

    @CommandHandler
    void decide(OpenGiveaway command, Claims claims, Clock clock) {
        boolean due = !terms.startsAt().isAfter(now(clock));
        if (status == GiveawayStatus.SCHEDULED && due && !entriesClosed) {
            window().becomes(window(giveawayId, GiveawayStatus.OPEN, terms.startsAt(), terms.endsAt(), false), claims);
            apply(new GiveawayOpened(giveawayId, now(clock)));
        }
    }

    @CommandHandler
    boolean decide(CloseEntries command, Claims claims, Clock clock) {
        Refusal.ifViolated(new GiveawayIsRunning(status));
        boolean mayClose = !command.onlyAfterEnd() || !terms.endsAt().isAfter(now(clock));
        if (!entriesClosed && mayClose) {
            shut(claims);
            apply(new EntriesClosed(giveawayId, now(clock)));
        }
        return entriesClosed;
    }

    @CommandHandler
    void decide(DrawGiveaway command, Entrants entrants, CodeUses codes, DrawSeeds seeds, Clock clock) {
        Refusal.ifViolated(new GiveawayIsRunning(status));
        if (!entriesClosed || !seeds.commitment(giveawayId).equals(commitment)) {
            throw new IllegalStateException("Not drawn: entries are open, or the secret key is another than when "
                    + giveawayId + " was made and its seed is not the one that it committed to");
        }
        Draw draw = new Draw(giveawayId, terms.codeId(), seeds.of(giveawayId), entrants, createdAt);
        GiveawayEvent outcome = draw.outcome(now(clock));
        if (outcome instanceof GiveawayDrawn) {
            codes.award(terms.codeId(), giveawayId);
        } else {
            codes.release(terms.codeId());
        }
        apply(outcome);
    }

    @CommandHandler
    void decide(CancelGiveaway command, Claims claims, CodeUses codes, Clock clock) {
        if (status == GiveawayStatus.CANCELLED) {
            return;
        }
        Refusal.ifViolated(new GiveawayIsRunning(status));
        codes.release(terms.codeId());
        shut(claims);
        apply(new GiveawayCancelled(giveawayId, terms.codeId(), now(clock)));
    }

    private void shut(Claims claims) {
        window().becomes(window(giveawayId, status, terms.startsAt(), terms.endsAt(), true), claims);
    }

    private EntryWindow window() {
        return window(giveawayId, status, terms.startsAt(), terms.endsAt(), entriesClosed);
    }

    private static EntryWindow window(
            String giveawayId, GiveawayStatus status, Instant from, Instant until, boolean closed) {
        return new EntryWindow(giveawayId, status == GiveawayStatus.OPEN && !closed, from, until);
    }

    @EventSourcingHandler
    void evolve(GiveawayCreated event) {
        key = GiveawayKey.of(event.giveawayId());
        giveawayId = event.giveawayId();
        terms = new Terms(
                event.title(),
                event.description(),
                event.startsAt(),
                event.endsAt(),
                event.drawerId(),
                event.prizeName(),
                event.codeId());
        status = GiveawayStatus.of(event.status());
        commitment = event.commitment();
        createdAt = event.createdAt();
    }

    @EventSourcingHandler
    void evolve(GiveawayEdited event) {
        terms = new Terms(
                event.title(),
                event.description(),
                event.startsAt(),
                event.endsAt(),
                event.drawerId(),
                event.prizeName(),
                event.codeId());
        status = GiveawayStatus.of(event.status());
    }

    @EventSourcingHandler
    void evolve(GiveawayOpened event) {
        status = GiveawayStatus.OPEN;
    }

    @EventSourcingHandler
    void evolve(EntriesClosed event) {
        entriesClosed = true;
    }

    @EventSourcingHandler
    void evolve(GiveawayDrawn event) {
        status = GiveawayStatus.DRAWN;
    }

    @EventSourcingHandler
    void evolve(GiveawayClosed event) {
        status = GiveawayStatus.CLOSED;
    }

    @EventSourcingHandler
    void evolve(GiveawayCancelled event) {
        status = GiveawayStatus.CANCELLED;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
