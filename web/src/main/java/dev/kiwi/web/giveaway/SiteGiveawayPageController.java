package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.responsecache.SharedResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the site's page of giveaways shows. */
@RestController
@Gate(Gate.Kind.OPEN)
class SiteGiveawayPageController {
    private final GiveawayLists lists;
    private final Clock clock;

    SiteGiveawayPageController(GiveawayLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** The newest 50, without cancelled ones, the last to start first. */
    @GetMapping("/site/giveaways")
    @ReadsFrom(Projection.GIVEAWAY)
    @SharedResponse
    Mono<List<GiveawayPublic>> list(ServerWebExchange exchange) {
        return lists.list(Which.SHOWN, clock.instant(), GiveawayLists.OF_THE_PAGE, exchange);
    }
}
