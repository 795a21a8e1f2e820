package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.Gardening;
import dev.kiwi.api.rotation.Harvest;
import dev.kiwi.api.rotation.TimeWindow;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days of harvest (rotations.md 2.6). */
final class Garden {
    static final String TWO_DAY = "2-day plants";
    static final String THREE_DAY = "3-day plants";
    private static final int CYCLES = 8;
    private static final int UPCOMING = 10;

    private Garden() {}

    static Gardening at(long at) {
        var upcoming = IntStream.range(0, CYCLES)
                .boxed()
                .flatMap(cycle -> Stream.of(twoDay(at, cycle), threeDay(at, cycle)))
                .filter(harvest -> harvest.startsAt() > at)
                .sorted(Comparator.comparingLong(Harvest::startsAt))
                .limit(UPCOMING)
                .toList();
        return new Gardening(twoDay(at, 0), threeDay(at, 0), upcoming);
    }

    private static Harvest twoDay(long at, int cyclesOn) {
        return harvest(TWO_DAY, GameCycle.TWO_DAY_PLANTS, at, cyclesOn);
    }

    private static Harvest threeDay(long at, int cyclesOn) {
        return harvest(THREE_DAY, GameCycle.THREE_DAY_PLANTS, at, cyclesOn);
    }

    private static Harvest harvest(String name, GameCycle plants, long at, int cyclesOn) {
        TimeWindow window = plants.window(plants.index(at) + cyclesOn);
        return new Harvest(name, window.contains(at), window.startsAt(), window.endsAt());
    }
}
