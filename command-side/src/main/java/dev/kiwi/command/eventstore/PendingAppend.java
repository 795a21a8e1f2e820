package dev.kiwi.command.eventstore;

import dev.kiwi.command.claim.ClaimChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One command's events, claims and erased subjects on their way to disk. {@link #done} gives its last position. */
final class PendingAppend {
    private final List<NewEvent> events;
    private final List<ClaimChange> claims;
    private final List<String> erasedSubjects;
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    PendingAppend(List<NewEvent> events, List<ClaimChange> claims, List<String> erasedSubjects) {
        this.events = List.copyOf(events);
        this.claims = List.copyOf(claims);
        this.erasedSubjects = List.copyOf(erasedSubjects);
    }

    static PendingAppend of(List<NewEvent> events) {
        return new PendingAppend(events, List.of(), List.of());
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

    CompletableFuture<Long> done() {
        return done;
    }
}
