package dev.kiwi.api.rotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest run of Luxion's visits (rotations.md 4), in unix seconds.
 *
 * @param active whether the run lasts
 * @param startsAt null, as what follows, when Luxion was never seen
 * @param secondsRemaining to the end of the open visit, otherwise to the next one, otherwise to the end of the run
 * @param currentWindow the open one
 */
public record Luxion(
        boolean active,
        boolean merchantOpen,
        @Nullable Long startsAt,
        @Nullable Long endsAt,
        long secondsRemaining,
        @Nullable MerchantVisit currentWindow,
        @Nullable MerchantVisit nextWindow,
        List<MerchantVisit> schedule,
        @Nullable Long firstSeenAt,
        @Nullable Long lastSeenAt) {
    public static final Luxion NEVER_SEEN = new Luxion(false, false, null, null, 0, null, null, List.of(), null, null);
}
