package dev.kiwi.web.export;

import dev.kiwi.api.usage.ListUsageEvents;
import dev.kiwi.api.usage.UsageEvent;
import dev.kiwi.api.usage.UsageEvents;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.web.dispatch.Queries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is recorded of the account's requests, within the retention; newest first, as the log is read. */
@Component
@Order(3)
final class UsagePart implements ExportPart {
    private static final int PAGE = 1_000;

    private final Queries queries;

    UsagePart(Queries queries) {
        this.queries = queries;
    }

    /** @param durationMs until the answer started */
    record Item(String method, String route, String path, int statusCode, double durationMs, Instant createdAt) {}

    @Override
    public String name() {
        return "usage_events";
    }

    @Override
    public Flux<Item> items(String accountId) {
        return page(accountId, null)
                .expand(events -> events.size() < PAGE
                        ? Mono.empty()
                        : page(accountId, events.getLast().id()))
                .flatMapIterable(events -> events, 1)
                .map(UsagePart::item);
    }

    private Mono<List<UsageEvent>> page(String accountId, @Nullable String below) {
        return queries.ask(new ListUsageEvents(UsageFilter.ofAccount(accountId), below, PAGE), UsageEvents.class)
                .map(UsageEvents::items);
    }

    private static Item item(UsageEvent event) {
        return new Item(
                event.method(), event.route(), event.path(), event.statusCode(), event.durationMs(), event.createdAt());
    }
}
