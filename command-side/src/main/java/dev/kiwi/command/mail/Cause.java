package dev.kiwi.command.mail;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about.
 *
 * @param eventId null for what no event asked for
 * @param position of the event in the store; -1 where there is none
 */
record Cause(@Nullable String eventId, long position) {
    static final Cause COMMAND = new Cause(null, -1);

    static Cause of(EventMessage<?> event) {
        long position = event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
        return new Cause(event.getIdentifier(), position);
    }
}
