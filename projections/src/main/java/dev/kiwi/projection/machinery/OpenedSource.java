package dev.kiwi.projection.machinery;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The source of one processor; knows whether the processor's own stream has another event waiting. */
final class OpenedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private volatile @Nullable BlockingStream<TrackedEventMessage<?>> opened;

    OpenedSource(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    /** Asked on the thread that reads the stream; false also when the store cannot tell. */
    boolean hasMore() {
        BlockingStream<TrackedEventMessage<?>> stream = opened;
        try {
            return stream != null && stream.hasNextAvailable();
        } catch (RuntimeException _) {
            // The reader asks next, and its failure is handled.
            return false;
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(token);
        opened = stream;
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return source.createTokenAt(dateTime);
    }
}
