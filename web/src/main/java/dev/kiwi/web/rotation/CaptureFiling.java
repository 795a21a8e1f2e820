package dev.kiwi.web.rotation;

import dev.kiwi.api.ingest.RecordSubmission;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.rotation.Captured;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.RequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Files a capture, and notes it in the ingest log, good or bad. A row that cannot be written never fails the capture. */
@Component
class CaptureFiling {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureFiling.class);
    private static final int MAX_ERROR = 300;

    private final Commands commands;

    CaptureFiling(Commands commands) {
        this.commands = commands;
    }

    /** Done when the reads serve it. @param command answers with {@link Captured}; may fail for a bad body */
    Mono<Captured> file(String endpoint, Mono<?> command, Caller caller, ServerWebExchange exchange) {
        return command.flatMap(sent -> commands.<Captured>sendAndAwait(sent, exchange, Projection.TROVE))
                .map(done -> Objects.requireNonNull(done.result()))
                .flatMap(captured -> log(exchange, caller, endpoint, summary(captured), null)
                        .thenReturn(captured))
                .onErrorResume(failure -> log(exchange, caller, endpoint, Map.of(), failure)
                        .then(Mono.error(failure)));
    }

    private static Map<String, @Nullable Object> summary(Captured captured) {
        Map<String, @Nullable Object> summary = new HashMap<>();
        summary.put("anchor", captured.anchor());
        summary.put("name", captured.name());
        summary.put("refreshed", captured.refreshed());
        return summary;
    }

    private Mono<Void> log(
            ServerWebExchange exchange,
            Caller caller,
            String endpoint,
            Map<String, @Nullable Object> summary,
            @Nullable Throwable failure) {
        RecordSubmission row = new RecordSubmission(
                "submission:" + new ObjectId(),
                endpoint,
                caller.accountId(),
                caller instanceof Caller.Token ? "token" : "session",
                caller instanceof Caller.Token by ? by.tokenName() : null,
                failure == null,
                summary,
                failure == null ? null : message(failure));
        return commands.send(row, exchange).then().onErrorResume(e -> {
            try (var requestId = RequestId.onLog(exchange)) {
                LOG.warn("An ingest log row of {} could not be written", endpoint, e);
            }
            return Mono.empty();
        });
    }

    private static String message(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.substring(0, Math.min(MAX_ERROR, message.length()));
    }
}
