package dev.kiwi.web.export;

import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.SearchTimeline;
import dev.kiwi.web.dispatch.Queries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events of the account, newest first, with the addresses that it acted from. */
@Component
@Order(6)
final class HistoryPart implements ExportPart {
    private static final int PAGE = 200;

    private final Queries queries;

    HistoryPart(Queries queries) {
        this.queries = queries;
    }

    /**
     * @param entity what it happened to, for example {@code token:65f1…}
     * @param ip of the account itself; null for what others did, whose address is theirs
     */
    record Happened(
            Instant at,
            String type,
            String entity,
            @Nullable String ip) {
        static Happened of(HistoryItem item, String accountId) {
            boolean own = accountId.equals(item.actor().id());
            return new Happened(item.at(), item.type(), item.entity(), own ? item.ip() : null);
        }
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Flux<Happened> items(String accountId) {
        return page(accountId, null)
                .expand(
                        page -> page.hasMore()
                                ? page(accountId, page.items().getLast().position())
                                : Mono.empty(),
                        1)
                .concatMapIterable(HistoryPage::items, 1)
                .map(item -> Happened.of(item, accountId));
    }

    private Mono<HistoryPage> page(String accountId, @Nullable Long before) {
        return queries.ask(
                new SearchTimeline(new SearchTimeline.OfAccount(accountId), before, PAGE), HistoryPage.class);
    }
}
