package dev.kiwi.web.idempotency;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides which requests have an identity; {@link Replays} does the rest. A replay has passed the gate, but pays nothing
 * unless its caller has no credential: then what is kept for an address has a limit. */
public final class IdempotencyFilter implements PipelineFilter {
    public static final String HEADER = "Idempotency-Key";
    /** Header of an answer that was replayed. */
    public static final String REPLAY = "Idempotent-Replay";

    public static final int MAX_KEY_LENGTH = 200;

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Replays replays;
    private final Set<String> excluded;
    private final RateLimits limits;
    private final Buckets buckets;

    IdempotencyFilter(Replays replays, Set<String> excluded, RateLimits limits, Buckets buckets) {
        this.replays = replays;
        this.excluded = excluded;
        this.limits = limits;
        this.buckets = buckets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Passage passage = Passage.of(exchange);
        String key = key(exchange);
        // A passage that will be refused after the limits must not be answered from the records.
        if (key == null || passage == null || passage.refusal() != null) {
            return chain.filter(exchange);
        }
        return passage.caller() instanceof Caller.Anonymous
                ? anonymous(exchange, chain, key)
                : replays.run(Identity.of(passage.caller(), exchange, key), exchange, chain);
    }

    private @Nullable String key(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String key = request.getHeaders().getFirst(HEADER);
        String path = request.getPath().value();
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean applies = key != null
                && !key.isEmpty()
                && key.length() <= MAX_KEY_LENGTH
                && WRITES.contains(request.getMethod())
                && !excluded.contains(String.valueOf(route))
                && !path.startsWith("/git/");
        return applies ? key : null;
    }

    private Mono<Void> anonymous(ServerWebExchange exchange, WebFilterChain chain, String key) {
        return limits.pay(exchange, buckets.anonymousKeys(ClientIp.subscriber(exchange)))
                .then(Mono.defer(
                        () -> DataBufferUtils.join(exchange.getRequest().getBody())))
                .map(IdempotencyFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    ServerWebExchange again = exchange.mutate()
                            .request(new ReadRequest(exchange, body))
                            .build();
                    return replays.run(Identity.ofAnonymous(body, exchange, key), again, chain);
                });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.IDEMPOTENCY;
    }

    /** A request whose body was read already and is served again from memory. */
    private static final class ReadRequest extends ServerHttpRequestDecorator {
        private final ServerWebExchange exchange;
        private final byte[] body;

        ReadRequest(ServerWebExchange exchange, byte[] body) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() ->
                            Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
        }
    }
}
