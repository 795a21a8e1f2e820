package dev.kiwi.web.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.web.gate.Credentials.ResolvedToken;
import dev.kiwi.web.http.ErrorFilter;
import dev.kiwi.web.http.ErrorWriter;
import dev.kiwi.web.http.RequestIdFilter;
import dev.kiwi.web.telemetry.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is noted of a request that a token made, whatever the handler did. */
class UsageRecorderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30.123Z");
    private static final ResolvedToken TOKEN = new ResolvedToken("t1", "ada", "bot", 0, List.of(), false);

    private final List<RecordedRequest> recorded = new CopyOnWriteArrayList<>();
    private final Recorder<RecordedRequest> recorder =
            new Recorder<>("usage", recorded::addAll, new SimpleMeterRegistry());
    private final UsageRecorder usage = new UsageRecorder(recorder, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        recorder.close();
    }

    private RecordedRequest record(HttpMethod method, WebHandler handler) {
        send(method, handler);
        await().until(() -> !recorded.isEmpty());
        assertThat(recorded).hasSize(1);
        return recorded.getFirst();
    }

    private void send(HttpMethod method, WebHandler handler) {
        WebTestClient.bindToWebHandler(exchange -> {
                    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/v1/a/{id}");
                    usage.resolved(TOKEN, exchange);
                    return handler.handle(exchange);
                })
                .webFilter(new RequestIdFilter()::filter, new ErrorFilter(new ErrorWriter(JsonMapper.shared()))::filter)
                .build()
                .method(method)
                .uri("/v1/a/7?secret=1")
                .header("X-Request-ID", "req-7")
                .exchange();
    }

    private static Mono<Void> ok(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.ACCEPTED);
        return exchange.getResponse().setComplete();
    }

    @Test
    void theRouteAndThePathWithoutItsQueryAreNoted() {
        RecordedRequest request = record(HttpMethod.GET, UsageRecorderTest::ok);
        assertThat(request.durationMicros()).isPositive();
        assertThat(request)
                .usingRecursiveComparison()
                .ignoringFields("durationMicros")
                .isEqualTo(
                        new RecordedRequest(NOW, "ada", "t1", "GET", "/v1/a/{id}", "/v1/a/7", 202, null, 0, "req-7"));
    }

    @Test
    void aHeadRequestIsOne() {
        assertThat(record(HttpMethod.HEAD, UsageRecorderTest::ok).method()).isEqualTo("HEAD");
    }

    @Test
    void anUnexpectedFailureIsA500() {
        RecordedRequest request = record(HttpMethod.GET, exchange -> {
            throw new IllegalStateException("boom");
        });
        assertThat(request.statusCode()).isEqualTo(500);
        assertThat(request.errorCode()).isEqualTo("internal_error");
    }

    @Test
    void aRefusalHasItsReason() {
        RecordedRequest request = record(
                HttpMethod.POST,
                exchange -> Mono.error(new Refusal(ErrorCode.INSUFFICIENT_SCOPE, "This token lacks the scope.")));
        assertThat(request.statusCode()).isEqualTo(403);
        assertThat(request.errorCode()).isEqualTo("insufficient_scope");
    }

    @Test
    void aReplayIsNotRecorded() {
        send(HttpMethod.POST, exchange -> {
            exchange.getResponse().getHeaders().set("Idempotent-Replay", "true");
            return ok(exchange);
        });
        assertThat(record(HttpMethod.GET, UsageRecorderTest::ok).method()).isEqualTo("GET");
    }

    @Test
    void anAnswerWithoutAStatusIsA200() {
        assertThat(record(HttpMethod.GET, exchange -> exchange.getResponse().setComplete())
                        .statusCode())
                .isEqualTo(200);
    }
}
