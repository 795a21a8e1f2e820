package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Corruxion;
import dev.kiwi.api.rotation.Fluxion;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.MerchantVisit;
import dev.kiwi.api.rotation.TimeWindow;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The merchants that come by the calendar (rotations.md 2.4, 2.5). */
final class Merchants {
    static final String VOTING = "voting";
    static final String SELLING = "selling";
    private static final String AWAY = "away";
    private static final int SCHEDULE = 8;

    private Merchants() {}

    static Corruxion corruxion(long at) {
        long index = GameCycle.CORRUXION.currentOrNext(at);
        TimeWindow visit = GameCycle.CORRUXION.window(index);
        return new Corruxion(
                visit.contains(at),
                visit.startsAt(),
                visit.endsAt(),
                visit.secondsRemaining(at),
                schedule(GameCycle.CORRUXION, index, visitIndex -> null));
    }

    static Fluxion fluxion(long at) {
        long index = GameCycle.FLUXION.currentOrNext(at);
        TimeWindow visit = GameCycle.FLUXION.window(index);
        return new Fluxion(
                visit.contains(at),
                visit.contains(at) ? phase(index) : AWAY,
                visit.startsAt(),
                visit.endsAt(),
                visit.secondsRemaining(at),
                schedule(GameCycle.FLUXION, index, Merchants::phase));
    }

    /** Even visits take votes, odd ones sell. */
    static String phase(long index) {
        return Math.floorMod(index, 2) == 0 ? VOTING : SELLING;
    }

    private static List<MerchantVisit> schedule(GameCycle cycle, long first, LongFunction<@Nullable String> state) {
        return LongStream.range(first, first + SCHEDULE)
                .mapToObj(index -> {
                    TimeWindow visit = cycle.window(index);
                    return new MerchantVisit(visit.startsAt(), visit.endsAt(), state.apply(index));
                })
                .toList();
    }
}
