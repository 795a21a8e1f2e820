package dev.kiwi.web.idempotency;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.DetachedWork;
import dev.kiwi.web.http.ErrorFilter;
import dev.kiwi.web.http.RequestId;
import dev.kiwi.web.http.SharedCalls;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Runs a write once and replays its answer. Without its store it runs every time, and says so in the log. */
final class Replays {
    private static final Logger log = LoggerFactory.getLogger(Replays.class);
    // One at a time: what arrives meanwhile shares the next one, and each costs a transaction.
    private static final int LOOKUP_CALLS = 1;
    private static final int LOOKUPS_A_CALL = 64;

    private final IdempotencyRecords records;
    private final ErrorFilter errors;
    private final BlockingWork blocking;
    private final JsonMapper json;
    private final IdempotencySettings settings;
    private final SharedCalls<String, Claim> lookups;
    private final Map<String, Object> running = new ConcurrentHashMap<>();

    Replays(
            IdempotencyRecords records,
            ErrorFilter errors,
            BlockingWork blocking,
            JsonMapper json,
            IdempotencySettings settings) {
        this.records = records;
        this.errors = errors;
        this.blocking = blocking;
        this.json = json;
        this.settings = settings;
        this.lookups = new SharedCalls<>(
                LOOKUP_CALLS,
                LOOKUPS_A_CALL,
                identities -> blocking.call(() -> records.find(identities)).toFuture());
    }

    Mono<Void> run(String identity, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            Object self = new Object();
            if (running.putIfAbsent(identity, self) != null) {
                return Mono.error(stillRunning());
            }
            // Before the client can know the answer, so that its next request does not meet this one.
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> running.remove(identity, self)));
            // A client that hangs up must not cut the write off between its effect and its record.
            return DetachedWork.of(
                    () -> alone(identity, exchange, chain).doFinally(_ -> running.remove(identity, self)),
                    log,
                    "The client has gone before its answer");
        });
    }

    private Mono<Void> alone(String identity, ServerWebExchange exchange, WebFilterChain chain) {
        return find(identity)
                .flatMap(claim -> claim.map(found -> switch (found) {
                            case Claim.Won won -> attempt(won, exchange, chain);
                            case Claim.Done done -> replay(done.answer(), exchange);
                            case Claim.InFlight _ -> Mono.<Void>error(stillRunning());
                            case Claim.Unanswered _ ->
                                Mono.<Void>error(conflict("This request was done already; its answer is not known. "
                                        + "Look at what it was about before you send it with another key."));
                        })
                        .orElseGet(() -> chain.filter(exchange)));
    }

    private static Refusal stillRunning() {
        return conflict("A request with this Idempotency-Key is still running.");
    }

    /** Empty when the store does not answer. */
    private Mono<Optional<Claim>> find(String identity) {
        return lookups.ask(identity)
                .map(Optional::of)
                .timeout(settings.storeTimeout())
                .onErrorResume(error -> Mono.deferContextual(context -> {
                    try (var requestId = RequestId.onLog(context)) {
                        log.warn(
                                "Idempotency records are not available, the request runs without: {}",
                                error.toString());
                    }
                    return Mono.just(Optional.empty());
                }));
    }

    private Mono<Void> attempt(Claim.Won claim, ServerWebExchange exchange, WebFilterChain chain) {
        HashedRequest request = new HashedRequest(exchange.getRequest());
        Attempt running = new Attempt(
                answer -> records.row(claim, answer == null ? null : answer.to(request.fingerprint())),
                json,
                settings.maxBody());
        running.remember(exchange);
        ServerHttpResponse recording = new RecordingResponse(
                exchange.getResponse(),
                settings.maxBody(),
                answer -> running.isKept() ? Mono.empty() : settle(claim, answer.to(request.fingerprint())));
        ServerWebExchange recorded =
                exchange.mutate().request(request).response(recording).build();
        return Mono.defer(() -> chain.filter(recorded))
                // An answer without a body is completed outside of the filters, where nobody would record it.
                .then(Mono.defer(recording::setComplete))
                .onErrorResume(error -> {
                    if (running.isKept()) {
                        return Mono.error(error);
                    }
                    // Written here, a decision is recorded like any answer.
                    return ErrorFilter.isDecision(error) && !request.isHalfRead()
                            ? errors.answer(recorded, error)
                            : Mono.error(error);
                });
    }

    /** An answer to try again after is no answer; a retry does what was not done, and nothing twice. */
    private Mono<Void> settle(Claim.Won claim, StoredAnswer answer) {
        return ErrorFilter.isWorthATry(answer.status()) ? Mono.empty() : guarded(() -> records.store(claim, answer));
    }

    /** The write has happened: a record that cannot be written must not turn its answer into an error. */
    private Mono<Void> guarded(Runnable write) {
        return blocking.run(write)
                .timeout(settings.storeTimeout())
                .onErrorResume(error -> Mono.deferContextual(context -> {
                    try (var requestId = RequestId.onLog(context)) {
                        log.warn("Idempotency record not written: {}", error.toString());
                    }
                    return Mono.empty();
                }));
    }

    private static Mono<Void> replay(StoredAnswer answer, ServerWebExchange exchange) {
        return new HashedRequest(exchange.getRequest())
                .readFingerprint()
                .flatMap(asked -> Fingerprint.fits(answer.fingerprint(), asked)
                        ? replay(answer, exchange.getResponse())
                        : Mono.error(new Refusal(
                                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                                "This Idempotency-Key belongs to a request with other parameters.")));
    }

    private static Mono<Void> replay(StoredAnswer answer, ServerHttpResponse response) {
        byte[] body = answer.body();
        if (body == null) {
            return Mono.error(conflict("This request was done already; its answer was too large to keep."));
        }
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        response.getHeaders().set(IdempotencyFilter.REPLAY, "true");
        if (answer.contentType() != null) {
            response.getHeaders().set(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        return body.length == 0
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Refusal conflict(String message) {
        return new Refusal(ErrorCode.CONFLICT, message);
    }
}
