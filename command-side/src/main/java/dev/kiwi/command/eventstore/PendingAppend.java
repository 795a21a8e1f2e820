package dev.kiwi.command.eventstore;

import dev.kiwi.command.claim.ClaimChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One command's events, and what is committed with them, on its way to disk. {@link #done} gives its last position. */
final class PendingAppend {
    private final List<NewEvent> events;
    private final List<ClaimChange> claims;
    private final List<String> erasedSubjects;
    private final @Nullable CompanionRow<?> companion;
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    PendingAppend(
            List<NewEvent> events,
            List<ClaimChange> claims,
            List<String> erasedSubjects,
            @Nullable CompanionRow<?> companion) {
        this.events = List.copyOf(events);
        this.claims = List.copyOf(claims);
        this.erasedSubjects = List.copyOf(erasedSubjects);
        this.companion = companion;
    }

    static PendingAppend of(List<NewEvent> events) {
        return new PendingAppend(events, List.of(), List.of(), null);
    }

    boolean isEmpty() {
        return events.isEmpty() && claims.isEmpty() && erasedSubjects.isEmpty();
    }

    List<NewEvent> events() {
        return events;
    }

    List<ClaimChange> claims() {
        return claims;
    }

    List<String> erasedSubjects() {
        return erasedSubjects;
    }

    @Nullable
    CompanionRow<?> companion() {
        return companion;
    }

    CompletableFuture<Long> done() {
        return done;
    }
}
