package dev.kiwi.command.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackingToken;

/** A stored event with its time as it was read; Axon's keeps text and parses it for every reader, a fifth of a replay. */
final class TimedEvent<T> extends TrackedDomainEventData<T> {
    private final Instant time;

    private TimedEvent(TrackingToken token, DomainEventData<T> event, Instant time) {
        super(token, event);
        this.time = time;
    }

    static <T> TimedEvent<T> of(TrackedDomainEventData<T> event, Instant time) {
        return new TimedEvent<>(event.trackingToken(), event, time);
    }

    @Override
    public Instant getTimestamp() {
        return time;
    }
}
