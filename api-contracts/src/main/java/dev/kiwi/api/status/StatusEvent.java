package dev.kiwi.api.status;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;

/** Everything that can have happened to a server. */
public sealed interface StatusEvent {
    /** {@link Environment#key()}. */
    String environment();

    /** @param status {@link Verdict#key()} */
    @EventType(name = "status.StatusChanged")
    record StatusChanged(String environment, String status, boolean online, Instant changedAt) implements StatusEvent {}
}
