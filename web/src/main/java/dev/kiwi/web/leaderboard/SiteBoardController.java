package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.FindPlayers;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayers;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.http.StorableText;
import dev.kiwi.web.leaderboard.BoardPageSettings.Offered;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the site's pages of leaderboards and players ask for, and programs do not (web.md D.3). */
@RestController
@RequestMapping("/site/leaderboards")
@Gate(Gate.Kind.OPEN)
class SiteBoardController {
    private static final CacheControl HALF_A_MINUTE =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final Queries queries;
    private final BoardPageSettings settings;
    private final RateLimits limits;
    private final Buckets buckets;

    SiteBoardController(Queries queries, BoardPageSettings settings, RateLimits limits, Buckets buckets) {
        this.queries = queries;
        this.settings = settings;
        this.limits = limits;
        this.buckets = buckets;
    }

    @GetMapping("/config")
    Mono<Offered> config(ServerWebExchange exchange) {
        return kept(Mono.fromSupplier(settings::now), exchange);
    }

    /** Players by how their names begin, for a search that answers while somebody types. */
    @GetMapping("/players")
    @ReadsFrom(Projection.LEADERBOARDS)
    Mono<FoundPlayers> players(
            @RequestParam @Size(min = 2, max = 100) @StorableText String q,
            @RequestParam(defaultValue = "8") @Min(1) @Max(20) int limit,
            ServerWebExchange exchange) {
        return limits.pay(exchange, buckets.sitePage(ClientIp.subscriber(exchange)))
                .then(kept(queries.ask(new FindPlayers(q, limit), FoundPlayers.class), exchange));
    }

    private static <T> Mono<T> kept(Mono<T> answer, ServerWebExchange exchange) {
        return answer.doOnNext(made -> exchange.getResponse().getHeaders().setCacheControl(HALF_A_MINUTE));
    }
}
