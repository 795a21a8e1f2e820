package dev.kiwi.web.http;

import java.util.function.Supplier;
import org.slf4j.Logger;
import reactor.core.publisher.Mono;

/** Work that must not be cut off half-way when its client hangs up. */
public final class DetachedWork {
    private DetachedWork() {}

    /**
     * As the work, which goes on whatever becomes of its client, under the same request id in the log.
     *
     * @param work begun at once with the subscription
     * @param gone who has gone, for the line at debug when the work fails afterwards
     */
    public static <T> Mono<T> of(Supplier<Mono<T>> work, Logger log, String gone) {
        return Mono.<T>deferContextual(context ->
                        Mono.fromFuture(() -> work.get().contextWrite(context).toFuture(), true))
                .contextWrite(DroppedErrors.toDebug(log, gone));
    }
}
