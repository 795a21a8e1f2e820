package dev.kiwi.command.rotation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.CaptureChallenge;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.api.rotation.ChallengeWindow;
import dev.kiwi.api.rotation.RotationEvent.ChallengeCaptured;
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

/** What the hourly challenges were; only the last window matters for what comes next. */
final class ChallengeCaptures {
    private static final Set<String> NOTHING = Set.of("none");

    @AggregateIdentifier
    private @Nullable String key;

    private long lastWindow = Long.MIN_VALUE;

    /** For Axon, before the first event is applied. */
    ChallengeCaptures() {}

    /** In the gap after a window it still counts for that one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Captured decide(CaptureChallenge command, Clock clock) {
        String name = command.name().strip();
        Refusal.ifViolated(new SomethingWasSeen(name, NOTHING));
        Instant at = Objects.requireNonNullElseGet(command.at(), clock::instant).truncatedTo(ChronoUnit.MILLIS);
        ChallengeWindow window = ChallengeWindow.at(at.getEpochSecond());
        long anchor = window.time().startsAt();
        boolean refreshed = anchor == lastWindow;
        apply(new ChallengeCaptured(anchor, window.time().endsAt(), window.friday(), name, at));
        return new Captured(anchor, name, refreshed);
    }

    @EventSourcingHandler
    void evolve(ChallengeCaptured event) {
        key = RotationKey.CHALLENGE;
        lastWindow = event.windowAnchor();
    }
}
