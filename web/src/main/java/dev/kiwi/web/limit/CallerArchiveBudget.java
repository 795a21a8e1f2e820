package dev.kiwi.web.limit;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Passage;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.responsecache.Unshared;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Charges the token that passed the gate, or the address that reads through a page of the site. */
final class CallerArchiveBudget implements ArchiveBudget {
    private final RateLimits limits;
    private final Buckets buckets;

    CallerArchiveBudget(RateLimits limits, Buckets buckets) {
        this.limits = limits;
        this.buckets = buckets;
    }

    @Override
    public Mono<Void> pay(ServerWebExchange exchange, String area) {
        Unshared.mark(exchange);
        return switch (Passage.caller(exchange)) {
            case Caller.Token token ->
                limits.consume(bucket(area, token.tokenId())).flatMap(outcome -> show(exchange, outcome));
            case Caller.Anonymous _ -> limits.pay(exchange, buckets.siteArchive(area, ClientIp.subscriber(exchange)));
            default -> Mono.empty();
        };
    }

    private Bucket bucket(String area, String tokenId) {
        return switch (area) {
            case "leaderboards" -> buckets.leaderboardsArchive(tokenId);
            case "market" -> buckets.marketArchive(tokenId);
            default -> throw new IllegalArgumentException("No archive budget for " + area);
        };
    }

    private static Mono<Void> show(ServerWebExchange exchange, Outcome outcome) {
        BucketState state = outcome.states().getFirst();
        RateHeaders.archive(exchange.getResponse().getHeaders(), state);
        return state.allowed() ? Mono.empty() : Mono.error(RateLimits.refuse(exchange, state));
    }
}
