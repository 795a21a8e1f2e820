package dev.kiwi.projection.machinery;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** A source whose streams differ from those of another, and whose tokens are the other's. */
interface ForwardingSource extends StreamableMessageSource<TrackedEventMessage<?>> {
    StreamableMessageSource<TrackedEventMessage<?>> source();

    @Override
    default TrackingToken createTailToken() {
        return source().createTailToken();
    }

    @Override
    default TrackingToken createHeadToken() {
        return source().createHeadToken();
    }

    @Override
    default TrackingToken createTokenAt(Instant dateTime) {
        return source().createTokenAt(dateTime);
    }
}
