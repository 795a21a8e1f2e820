package dev.kiwi.projection.machinery;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** A stream that is another one but for what it overrides. */
interface ForwardingStream extends BlockingStream<TrackedEventMessage<?>> {
    BlockingStream<TrackedEventMessage<?>> stream();

    @Override
    default Optional<TrackedEventMessage<?>> peek() {
        return stream().peek();
    }

    @Override
    default boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream().hasNextAvailable(timeout, unit);
    }

    @Override
    default TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream().nextAvailable();
    }

    @Override
    default boolean setOnAvailableCallback(Runnable callback) {
        return stream().setOnAvailableCallback(callback);
    }

    @Override
    default void close() {
        stream().close();
    }
}
