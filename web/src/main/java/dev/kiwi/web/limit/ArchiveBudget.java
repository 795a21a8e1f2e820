package dev.kiwi.web.limit;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second budget that a query for old data pays on top of the standard one (platform.md 9.5). */
public interface ArchiveBudget {
    /**
     * Pays once; shows the budget in {@code X-RateLimit-Archive-*}. Who reads through the site's pages pays by address, sessions and the
     * operator nothing.
     *
     * @param area {@code leaderboards} or {@code market}
     * @return empty, or fails with a 429 {@link dev.kiwi.api.kernel.Refusal}
     */
    Mono<Void> pay(ServerWebExchange exchange, String area);
}
