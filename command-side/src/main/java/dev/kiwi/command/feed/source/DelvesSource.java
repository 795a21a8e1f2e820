package dev.kiwi.command.feed.source;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.command.upstream.UpstreamFailure;
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
    private static final Duration RESET = Duration.ofHours(11);

    private final @Nullable Delves delves;
    private final BooleanSupplier enabled;
    private final Clock clock;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable Instant toldAt;
    private volatile @Nullable Instant fetchedAt;

    /**
     * @param delves null when no service is named
     * @param enabled the feature's switch
     */
    public DelvesSource(@Nullable Delves delves, BooleanSupplier enabled, Clock clock) {
        this.delves = delves;
        this.enabled = enabled;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delves";
    }

    @Override
    public @Nullable String host() {
        return delves == null ? null : delves.host();
    }

    @Override
    public boolean isConfigured() {
        return delves != null;
    }

    @Override
    public String missing() {
        return Delves.UNNAMED;
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
        return delves != null && delves.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Instant now = clock.instant();
        if (delves == null || !enabled.getAsBoolean() || isSince(fetchedAt, dueSince(now))) {
            return new Fetched.NotAsked();
        }
        long week = week(now);
        DelveDepths depths = delves.fetch(week);
        answeredAt = now;
        // A week that is still empty is looked at again with the next look.
        toldAt = depths.count() == 0 ? null : now;
        return new Fetched.Told(new RecordDelveWeek(week, depths), Validators.NONE);
    }

    /** Whether the service is to be asked, and has given an answer that can be used since a moment. */
    boolean hasAnsweredSince(Instant moment) {
        return enabled.getAsBoolean() && isSince(answeredAt, moment);
    }

    static boolean isSince(@Nullable Instant at, Instant moment) {
        return at != null && !at.isBefore(moment);
    }

    static long week(Instant now) {
        return GameCycle.DELVE_WEEK.index(now.getEpochSecond()) + 1;
    }

    /** The last moment at which it became due. */
    static Instant dueSince(Instant now) {
        Instant gameTime = now.minus(RESET);
        boolean monday = gameTime.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY;
        return gameTime.truncatedTo(monday ? ChronoUnit.HOURS : ChronoUnit.DAYS).plus(RESET);
    }
}
