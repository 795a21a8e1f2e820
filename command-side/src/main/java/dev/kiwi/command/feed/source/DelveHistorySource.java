package dev.kiwi.command.feed.source;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The delves of weeks that are over (rotations.md 5): after each due fetch of the current week one of them, the newest
 * first, until each was asked for once. Which were outlives a restart, so that whoever leads goes on from there.
 */
public final class DelveHistorySource implements Source {
    private final @Nullable Delves delves;
    private final DelvesSource current;
    private final PastDelveWeeks weeks;
    private final Clock clock;
    private volatile @Nullable Instant askedAt;
    private volatile long told;

    /**
     * @param delves null when no service is named
     * @param current says when it is due, and that the service is well
     */
    public DelveHistorySource(@Nullable Delves delves, DelvesSource current, PastDelveWeeks weeks, Clock clock) {
        this.delves = delves;
        this.current = current;
        this.weeks = weeks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delves_history";
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
    public boolean isLeftAlone() {
        return delves != null && delves.isLeftAlone();
    }

    @Override
    public Fetched fetch(Validators known) throws UpstreamFailure {
        Instant now = clock.instant();
        Instant due = DelvesSource.dueSince(now);
        if (delves == null || !current.hasAnsweredSince(due) || DelvesSource.isSince(askedAt, due)) {
            return new Fetched.NotAsked();
        }
        OptionalLong next = weeks.next(DelvesSource.week(now));
        if (next.isEmpty()) {
            return new Fetched.NotAsked();
        }
        askedAt = now;
        return told(delves, next.getAsLong());
    }

    private Fetched told(Delves service, long week) throws UpstreamFailure {
        try {
            DelveDepths depths = service.fetch(week);
            told = week;
            return new Fetched.Told(new RecordDelveWeek(week, depths), Validators.NONE);
        } catch (UpstreamFailure e) {
            // It has just answered for the current week: what is wrong is this week, and others are older still.
            if (e.isOfTheRequest()) {
                weeks.asked(week);
            }
            throw e;
        }
    }

    @Override
    public void recorded() {
        weeks.asked(told);
    }
}
