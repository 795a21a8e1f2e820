package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.leaderboard.Anchor;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The timestamp of a dump has to name a moment that is neither ahead nor, without backfill, older than 14 days. */
public record DumpHasAnAnchor(OptionalLong anchor) implements Rule {
    /**
     * The anchor of a dump; the most recent 11:00 UTC when it came without a timestamp.
     *
     * @throws Refusal when the timestamp is no valid anchor
     */
    public static long of(@Nullable Long timestamp, long now, boolean backfill) {
        OptionalLong anchor =
                timestamp == null ? OptionalLong.of(Anchor.byDefault(now)) : Anchor.normalize(timestamp, now, backfill);
        Refusal.ifViolated(new DumpHasAnAnchor(anchor));
        return anchor.getAsLong();
    }

    @Override
    public boolean isViolated() {
        return anchor.isEmpty();
    }

    @Override
    public String message() {
        return "The timestamp is not a unix second of the last 14 days; older ones need backfill=true.";
    }
}
