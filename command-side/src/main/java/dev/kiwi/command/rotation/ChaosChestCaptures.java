package dev.kiwi.command.rotation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.CaptureChaosChest;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.RelayChaosChest;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestCaptured;
import dev.kiwi.api.rotation.RotationEvent.ChaosChestRelayed;
import dev.kiwi.api.rotation.RotationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What was said of the chaos chests; only the last week matters for what comes next. */
final class ChaosChestCaptures {
    @AggregateIdentifier
    private @Nullable String key;

    private long lastWeek = Long.MIN_VALUE;
    private @Nullable ChaosChestRelay lastRelay;

    /** For Axon, before the first event is applied. */
    ChaosChestCaptures() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Captured decide(CaptureChaosChest command, Clock clock) {
        String name = command.name().strip();
        Refusal.ifViolated(new SomethingWasSeen(name, Set.of()));
        Instant at = Objects.requireNonNullElseGet(command.at(), clock::instant).truncatedTo(ChronoUnit.MILLIS);
        long week = GameCycle.CHAOS_CHEST.windowAt(at.getEpochSecond()).startsAt();
        boolean refreshed = week == lastWeek;
        apply(new ChaosChestCaptured(week, name, at));
        return new Captured(week, name, refreshed);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RelayChaosChest command, Clock clock) {
        ChaosChestRelay said = command.relay();
        if (!said.equals(lastRelay)) {
            apply(new ChaosChestRelayed(
                    said.name(), said.identifier(), said.blueprint(), said.startsAt(), said.endsAt(), now(clock)));
        }
    }

    @EventSourcingHandler
    void evolve(ChaosChestCaptured event) {
        key = RotationKey.CHAOS_CHEST;
        lastWeek = event.weekAnchor();
    }

    @EventSourcingHandler
    void evolve(ChaosChestRelayed event) {
        key = RotationKey.CHAOS_CHEST;
        lastRelay = new ChaosChestRelay(
                event.name(), event.identifier(), event.blueprint(), event.startsAt(), event.endsAt());
    }

    // Milliseconds are what the API shows elsewhere, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
