package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.FindPlayers;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayer;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayers;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.face.PageData;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The name in title, description and address of a player's page (web.md D.8). A name that nobody has gets a page too. */
@Component
class PlayerPage implements PageData {
    private static final Logger LOG = LoggerFactory.getLogger(PlayerPage.class);

    private final Queries queries;
    private final RateLimits limits;
    private final Buckets buckets;

    PlayerPage(Queries queries, RateLimits limits, Buckets buckets) {
        this.queries = queries;
        this.limits = limits;
        this.buckets = buckets;
    }

    @Override
    public String page() {
        return "player";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        String asked = variable.strip();
        return limits.pay(exchange, buckets.sitePage(ClientIp.subscriber(exchange)))
                .then(spelling(asked))
                .map(known -> names(known.orElse(asked), known.isPresent()))
                .onErrorResume(Refusal.class, tooMany -> Mono.just(names(asked, true)))
                .onErrorResume(e -> {
                    LOG.warn("A player could not be looked up; the page shows the name as asked", e);
                    return Mono.just(names(asked, true));
                });
    }

    /** How the newest capture spells the name; empty for one that no capture has. */
    private Mono<Optional<String>> spelling(String asked) {
        // No store takes this character, so no player has it.
        if (asked.isEmpty() || asked.indexOf('\0') >= 0) {
            return Mono.just(Optional.empty());
        }
        String key = PlayerKey.lookup(asked);
        return queries.ask(new FindPlayers(asked, 1), FoundPlayers.class)
                .map(found -> found.items().stream()
                        .map(FoundPlayer::name)
                        .filter(name -> PlayerKey.of(name).equals(key))
                        .findFirst());
    }

    private static Map<String, Object> names(String name, boolean indexed) {
        return Map.of(
                "name",
                name,
                "initial",
                name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1)),
                "page_title",
                name + " on Trove's leaderboards",
                "page_description",
                "Ranks, scores, records and history of the Trove player " + name + " on every leaderboard.",
                "canonical_path",
                "/player/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8),
                "indexed",
                indexed);
    }
}
