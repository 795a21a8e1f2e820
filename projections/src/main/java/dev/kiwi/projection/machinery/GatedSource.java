package dev.kiwi.projection.machinery;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The event store up to a position and no further: so that two versions can stand at exactly the same event. */
record GatedSource(StreamableMessageSource<TrackedEventMessage<?>> source, LongSupplier last)
        implements ForwardingSource {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Gate(source.openStream(token), last);
    }

    private record Gate(BlockingStream<TrackedEventMessage<?>> stream, LongSupplier last) implements ForwardingStream {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek().filter(this::isBefore);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit) && peek().isPresent();
        }

        private boolean isBefore(TrackedEventMessage<?> event) {
            return event.trackingToken().position().orElse(-1) <= last.getAsLong();
        }
    }
}
