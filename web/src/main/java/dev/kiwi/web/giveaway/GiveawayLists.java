package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.responsecache.Unshared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The lists for everybody: whoever reads them may keep them for a while. */
@Component
class GiveawayLists {
    static final Duration OF_THE_API = Duration.ofSeconds(30);
    /** The page asks every half minute, and is to get another answer then (web.md D.9). */
    static final Duration OF_THE_PAGE = Duration.ofSeconds(15);

    private final Queries queries;

    GiveawayLists(Queries queries) {
        this.queries = queries;
    }

    Mono<List<GiveawayPublic>> list(Which which, Instant at, Duration kept, ServerWebExchange exchange) {
        // Not kept here: they change with the time as well.
        Unshared.mark(exchange);
        exchange.getResponse()
                .getHeaders()
                .setCacheControl(CacheControl.maxAge(kept).cachePublic());
        return queries.ask(new ListGiveaways(which, at), GiveawayList.class)
                .map(found -> found.items().stream().map(GiveawayPublic::of).toList());
    }
}
