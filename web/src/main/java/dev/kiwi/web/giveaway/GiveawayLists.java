package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.GiveawayList;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.responsecache.Unshared;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The lists for everybody: they may be kept by whoever reads them, for half a minute. */
@Component
class GiveawayLists {
    static final String FOR_HALF_A_MINUTE = "public, max-age=30";

    private final Queries queries;

    GiveawayLists(Queries queries) {
        this.queries = queries;
    }

    Mono<List<GiveawayPublic>> list(Which which, Instant at, ServerWebExchange exchange) {
        // Not kept here: they change with the time as well.
        Unshared.mark(exchange);
        exchange.getResponse().getHeaders().set(HttpHeaders.CACHE_CONTROL, FOR_HALF_A_MINUTE);
        return queries.ask(new ListGiveaways(which, at), GiveawayList.class)
                .map(found -> found.items().stream().map(GiveawayPublic::of).toList());
    }
}
