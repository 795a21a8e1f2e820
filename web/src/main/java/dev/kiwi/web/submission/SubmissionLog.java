package dev.kiwi.web.submission;

import dev.kiwi.api.ingest.RecordSubmission;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.RequestId;
import java.util.Map;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes rows of the ingest log. A row that cannot be written never fails the ingest. */
@Component
public final class SubmissionLog {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionLog.class);
    private static final int MAX_ERROR = 300;

    private final Commands commands;

    public SubmissionLog(Commands commands) {
        this.commands = commands;
    }

    public Mono<Void> success(
            ServerWebExchange exchange, Caller caller, String endpoint, Map<String, @Nullable Object> summary) {
        return record(exchange, caller, endpoint, summary, null);
    }

    public Mono<Void> failure(
            ServerWebExchange exchange,
            Caller caller,
            String endpoint,
            Map<String, @Nullable Object> summary,
            Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return record(exchange, caller, endpoint, summary, message.substring(0, Math.min(MAX_ERROR, message.length())));
    }

    private Mono<Void> record(
            ServerWebExchange exchange,
            Caller caller,
            String endpoint,
            Map<String, @Nullable Object> summary,
            @Nullable String error) {
        boolean token = caller instanceof Caller.Token;
        RecordSubmission command = new RecordSubmission(
                "submission:" + new ObjectId(),
                endpoint,
                caller.accountId(),
                token ? "token" : "session",
                caller instanceof Caller.Token by ? by.tokenName() : null,
                error == null,
                summary,
                error);
        return commands.send(command, exchange).then().onErrorResume(e -> {
            try (var requestId = RequestId.onLog(exchange)) {
                LOG.warn("An ingest log row of {} could not be written", endpoint, e);
            }
            return Mono.empty();
        });
    }
}
