package dev.kiwi.web.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.web.limit.ArchiveBudget;
import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The anchor of a read: normalised, of any age, and paid for when it is old (leaderboards.md 3, 10.1). */
@Component
class AskedAnchor {
    private final ArchiveBudget budget;
    private final Clock clock;
    private final int thresholdDays;

    AskedAnchor(
            ArchiveBudget budget,
            Clock clock,
            @Value("${LEADERBOARDS_ARCHIVE_QUERY_THRESHOLD_DAYS:3}") int thresholdDays) {
        this.budget = budget;
        this.clock = clock;
        this.thresholdDays = thresholdDays;
    }

    /** Fails with 400 when it is no anchor, with 429 when the archive budget is used up. */
    Mono<Long> paid(long createdAt, ServerWebExchange exchange) {
        long now = clock.instant().getEpochSecond();
        OptionalLong anchor = Anchor.normalize(createdAt, now, true);
        if (anchor.isEmpty()) {
            return Mono.error(new Refusal(
                    ErrorCode.BAD_REQUEST, "created_at has to be a unix second that is not in the future."));
        }
        Mono<Void> price = Anchor.isArchive(anchor.getAsLong(), now, thresholdDays)
                ? budget.pay(exchange, "leaderboards")
                : Mono.empty();
        return price.thenReturn(anchor.getAsLong());
    }
}
