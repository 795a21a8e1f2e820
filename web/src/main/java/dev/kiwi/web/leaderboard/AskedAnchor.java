package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.web.limit.ArchiveBudget;
import dev.kiwi.web.responsecache.FreshTime;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The anchor of a read: normalised, of any age, and paid for when it is old (leaderboards.md 3, 10.1). */
@Component
class AskedAnchor {
    private static final long MIDNIGHT_STANDS_AT = 11 * 3_600;

    private final ArchiveBudget budget;
    private final Clock clock;
    private final IntSupplier thresholdDays;

    AskedAnchor(ArchiveBudget budget, Clock clock, RuntimeSettings settings) {
        this.budget = budget;
        this.clock = clock;
        this.thresholdDays = settings.integer("leaderboards_archive_query_threshold_days");
    }

    /** Fails with 400 when it is no anchor, with 429 when the archive budget is used up. */
    Mono<Long> paid(long createdAt, ServerWebExchange exchange) {
        long now = clock.instant().getEpochSecond();
        OptionalLong anchor =
                isOfThisMidnight(createdAt, now) ? OptionalLong.of(createdAt) : Anchor.normalize(createdAt, now, true);
        if (anchor.isEmpty()) {
            return Mono.error(new Refusal(
                    ErrorCode.BAD_REQUEST, "created_at has to be a unix second that is not in the future."));
        }
        return priced(anchor.getAsLong(), now, exchange);
    }

    /**
     * The anchor of a cursor. It is one, as a page came from it, even where 00:00 UTC led to 11:00, which is ahead of now
     * for most of the morning. Fails with 429 when the archive budget is used up.
     */
    Mono<Long> paidAgain(long anchor, ServerWebExchange exchange) {
        return priced(anchor, clock.instant().getEpochSecond(), exchange);
    }

    /** Of a capture of 00:00 UTC, which stands at 11:00 of its day: it is listed as an anchor from midnight on. */
    private static boolean isOfThisMidnight(long createdAt, long now) {
        return createdAt == Math.floorDiv(now, TroveTime.DAY) * TroveTime.DAY + MIDNIGHT_STANDS_AT;
    }

    private Mono<Long> priced(long anchor, long now, ServerWebExchange exchange) {
        int days = thresholdDays.getAsInt();
        if (Anchor.isArchive(anchor, now, days)) {
            return budget.pay(exchange, "leaderboards").thenReturn(anchor);
        }
        // What is kept of it is free until the capture has become old.
        new FreshTime(now, anchor + days * TroveTime.DAY + 1).mark(exchange);
        return Mono.just(anchor);
    }

    /** As {@link #paid}; empty within when none was asked for. */
    Mono<Optional<Long>> paidIfAny(@Nullable Long createdAt, ServerWebExchange exchange) {
        return createdAt == null
                ? Mono.just(Optional.empty())
                : paid(createdAt, exchange).map(Optional::of);
    }

    /** For a window of days that ends now. */
    Mono<Void> paidWindow(int days, ServerWebExchange exchange) {
        return days > thresholdDays.getAsInt() ? budget.pay(exchange, "leaderboards") : Mono.empty();
    }
}
