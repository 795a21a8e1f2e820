package dev.kiwi.projection.machinery;

import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The source of one processor; knows whether the processor's own stream has another event waiting. */
final class OpenedSource implements ForwardingSource {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final UnaryOperator<Runnable> wake;
    private volatile @Nullable BlockingStream<TrackedEventMessage<?>> opened;

    /** @param wake what is called when events arrive, from what the processor wants called */
    OpenedSource(StreamableMessageSource<TrackedEventMessage<?>> source, UnaryOperator<Runnable> wake) {
        this.source = source;
        this.wake = wake;
    }

    @Override
    public StreamableMessageSource<TrackedEventMessage<?>> source() {
        return source;
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
        BlockingStream<TrackedEventMessage<?>> stream = new Stream(source.openStream(token), wake);
        opened = stream;
        return stream;
    }

    private record Stream(BlockingStream<TrackedEventMessage<?>> stream, UnaryOperator<Runnable> wake)
            implements ForwardingStream {
        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(wake.apply(callback));
        }
    }
}
