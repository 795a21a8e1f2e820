package dev.kiwi.web.giveaway;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Commands here hold claims as they read them; one that met another change decides again by what is true by now. */
final class Conflicts {
    private static final int TRIES_AGAIN = 3;

    private Conflicts() {}

    static <T> Mono<T> again(Supplier<Mono<T>> send) {
        return Mono.defer(send)
                .retryWhen(Retry.max(TRIES_AGAIN)
                        .filter(error -> is(error, ErrorCode.CONFLICT))
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    static boolean is(Throwable error, ErrorCode code) {
        return error instanceof Refusal refusal && refusal.code() == code;
    }
}
