package dev.kiwi.web.usage;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.web.gate.Credentials.ResolvedToken;
import dev.kiwi.web.gate.UsageRecording;
import dev.kiwi.web.http.AnsweredError;
import dev.kiwi.web.http.Arrival;
import dev.kiwi.web.http.RequestId;
import dev.kiwi.web.idempotency.IdempotencyFilter;
import dev.kiwi.web.telemetry.Recorder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Notes a token's request at the moment its answer starts: then its status is known, be it a success or an envelope. */
final class UsageRecorder implements UsageRecording {
    private static final Logger LOG = LoggerFactory.getLogger(UsageRecorder.class);

    private final Recorder<RecordedRequest> recorder;
    private final Clock clock;

    UsageRecorder(Recorder<RecordedRequest> recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void resolved(ResolvedToken token, ServerWebExchange exchange) {
        exchange.getResponse().beforeCommit(() -> {
            record(token, exchange);
            return Mono.empty();
        });
    }

    private void record(ResolvedToken token, ServerWebExchange exchange) {
        try {
            if (!exchange.getResponse().getHeaders().containsHeader(IdempotencyFilter.REPLAY)) {
                recorder.add(request(token, exchange));
            }
        } catch (RuntimeException e) {
            // An answer is worth more than its record.
            LOG.error("A request was not recorded", e);
        }
    }

    private RecordedRequest request(ResolvedToken token, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        ErrorCode error = AnsweredError.of(exchange);
        return new RecordedRequest(
                clock.instant(),
                token.accountId(),
                token.tokenId(),
                request.getMethod().name(),
                route == null ? path : route.toString(),
                path,
                status == null ? 200 : status.value(),
                error == null ? null : error.slug(),
                TimeUnit.NANOSECONDS.toMicros(Arrival.nanosSince(exchange)),
                RequestId.of(exchange));
    }
}
