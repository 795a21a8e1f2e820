package dev.kiwi.command.eventstore;

import dev.kiwi.command.claim.ClaimChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One command's events and claims on their way to disk. {@link #done} gives its last position. */
final class PendingAppend {
    private final List<NewEvent> events;
    private final List<ClaimChange> claims;
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    PendingAppend(List<NewEvent> events, List<ClaimChange> claims) {
        this.events = List.copyOf(events);
        this.claims = List.copyOf(claims);
    }

    List<NewEvent> events() {
        return events;
    }

    List<ClaimChange> claims() {
        return claims;
    }

    CompletableFuture<Long> done() {
        return done;
    }
}
