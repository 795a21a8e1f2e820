package dev.kiwi.web.rotation;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.rotation.CaptureChallenge;
import dev.kiwi.api.rotation.CaptureChaosChest;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.DetachedWork;
import dev.kiwi.web.submission.SubmissionLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Files a capture, and notes it in the ingest log, good or bad. */
@Component
class CaptureFiling {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureFiling.class);

    private final Commands commands;
    private final SubmissionLog log;

    CaptureFiling(Commands commands, SubmissionLog log) {
        this.commands = commands;
        this.log = log;
    }

    /** Done when the reads serve it. @param command answers with {@link Captured}; may fail for a bad body */
    Mono<Captured> file(String endpoint, Mono<?> command, Caller caller, ServerWebExchange exchange) {
        // A bot that hangs up must not cut a capture off between its event and its row in the log.
        return DetachedWork.of(
                () -> logged(endpoint, command, caller, exchange), LOG, "The bot has gone before its answer");
    }

    private Mono<Captured> logged(String endpoint, Mono<?> command, Caller caller, ServerWebExchange exchange) {
        AtomicReference<Object> read = new AtomicReference<>();
        return command.doOnNext(read::set)
                .flatMap(sent -> commands.<Captured>sendAndAwait(sent, exchange, Projection.TROVE))
                .map(done -> Objects.requireNonNull(done.result()))
                .flatMap(captured -> log.success(exchange, caller, endpoint, summary(captured))
                        .thenReturn(captured))
                .onErrorResume(failure -> log.failure(exchange, caller, endpoint, said(read.get()), failure)
                        .then(Mono.error(failure)));
    }

    /** @param command null when its body could not be read */
    private static Map<String, @Nullable Object> said(@Nullable Object command) {
        return switch (command) {
            case CaptureChaosChest chest -> Map.of("name", chest.name());
            case CaptureChallenge challenge -> Map.of("name", challenge.name());
            case null, default -> Map.of();
        };
    }

    private static Map<String, @Nullable Object> summary(Captured captured) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        summary.put("anchor", captured.anchor());
        summary.put("name", captured.name());
        summary.put("refreshed", captured.refreshed());
        return summary;
    }
}
