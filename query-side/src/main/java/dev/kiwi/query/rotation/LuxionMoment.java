package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Luxion;
import dev.kiwi.api.rotation.LuxionRun;
import dev.kiwi.api.rotation.MerchantVisit;
import dev.kiwi.api.rotation.TimeWindow;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A run of Luxion's visits as it stands at a moment (rotations.md 4). */
final class LuxionMoment {
    private LuxionMoment() {}

    static Luxion of(LuxionRun run, long at, long firstSeenAt, long lastSeenAt) {
        List<TimeWindow> times = run.visits();
        List<MerchantVisit> visits = IntStream.range(0, times.size())
                .mapToObj(i ->
                        new MerchantVisit(times.get(i).startsAt(), times.get(i).endsAt(), "Day " + (i + 1)))
                .toList();
        TimeWindow time = run.time();
        MerchantVisit open = first(visits, visit -> visit.startsAt() <= at && at < visit.endsAt());
        MerchantVisit next = first(visits, visit -> at < visit.startsAt());
        return new Luxion(
                time.contains(at),
                open != null,
                time.startsAt(),
                time.endsAt(),
                Math.max(0, target(time, open, next) - at),
                open,
                next,
                visits,
                firstSeenAt,
                lastSeenAt);
    }

    private static long target(TimeWindow run, @Nullable MerchantVisit open, @Nullable MerchantVisit next) {
        if (open != null) {
            return open.endsAt();
        }
        return next == null ? run.endsAt() : next.startsAt();
    }

    private static @Nullable MerchantVisit first(List<MerchantVisit> visits, Predicate<MerchantVisit> suits) {
        return visits.stream().filter(suits).findFirst().orElse(null);
    }
}
