package dev.kiwi.command.feed.source;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.UpstreamService;
import dev.kiwi.command.upstream.Validators;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The delves of the current week (rotations.md 5). It is looked at every few minutes and asked when it is due: once after
 * a start, then after each daily reset, and on the Monday of the game after each full hour.
 */
public final class DelvesSource implements Source {
    private static final Instant FIRST_WEEK = Instant.ofEpochSecond(1_762_167_600L);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofHours(11);

    private final UpstreamService service;
    private final Delves delves;
    private final boolean configured;
    private final BooleanSupplier enabled;
    private final Clock clock;
    private volatile @Nullable Instant toldAt;
    private volatile @Nullable Instant fetchedAt;

    /**
     * @param configured false: no service is named
     * @param enabled the feature's switch
     */
    public DelvesSource(
            UpstreamService service, String referer, boolean configured, BooleanSupplier enabled, Clock clock) {
        this.service = service;
        this.delves = new Delves(service, referer);
        this.configured = configured;
        this.enabled = enabled;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delves";
    }

    @Override
    public String host() {
        return service.host();
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public String missing() {
        return "no service is named (UPSTREAM_DELVES_URL)";
    }

    @Override
    public void recorded() {
        Instant told = toldAt;
        if (told != null) {
            fetchedAt = told;
        }
    }

    @Override
    public boolean isLeftAlone() {
        return service.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Instant now = clock.instant();
        Instant last = fetchedAt;
        if (!enabled.getAsBoolean() || (last != null && !last.isBefore(dueSince(now)))) {
            return new Fetched.NotAsked();
        }
        Delves.Week week = delves.fetch(week(now));
        // A week that is still empty is looked at again with the next look.
        toldAt = week.count() == 0 ? null : now;
        return new Fetched.Told(
                new RecordDelveWeek(week.week(), DelveDepths.of(week.total(), week.count(), week.depths())),
                Validators.NONE);
    }

    static long week(Instant now) {
        return Math.floorDiv(Duration.between(FIRST_WEEK, now).toSeconds(), WEEK.toSeconds()) + 1;
    }

    /** The last moment at which it became due. */
    static Instant dueSince(Instant now) {
        Instant gameTime = now.minus(RESET);
        boolean monday = gameTime.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY;
        return gameTime.truncatedTo(monday ? ChronoUnit.HOURS : ChronoUnit.DAYS).plus(RESET);
    }
}
