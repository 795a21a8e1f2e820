package dev.kiwi.projection.leaderboard.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlayerTotalsTest {
    private static TotalRows random(Random random, int bucket) {
        record Place(int board, int slot) {}
        TreeSet<Place> places =
                new TreeSet<>(Comparator.comparingInt(Place::board).thenComparingInt(Place::slot));
        IntStream.range(0, random.nextInt(200))
                .forEach(i -> places.add(new Place(1 + random.nextInt(30_000), random.nextInt(64))));
        TotalRows rows = new TotalRows();
        for (Place place : places) {
            long first = 60L * (29_000_000 + random.nextInt(1_000_000));
            rows.add(
                    bucket * 64 + place.slot,
                    place.board,
                    1 + random.nextInt(20_000),
                    1 + random.nextInt(9_000),
                    first,
                    first + 60L * random.nextInt(600_000),
                    1 + random.nextInt(20_000),
                    random.nextBoolean() ? random.nextInt() : random.nextGaussian());
        }
        return rows;
    }

    private static List<TotalRows.Total> list(TotalRows rows) {
        return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
    }

    @Property
    void whatIsPackedComesBack(@ForAll long seed) {
        TotalRows rows = random(new Random(seed), 3);
        assertThat(list(PlayerTotals.decode(PlayerTotals.encode(rows), 3))).isEqualTo(list(rows));
    }

    @Test
    void rowsOfOnePlayerAndBoardAreAddedUp() {
        TotalRows a = new TotalRows();
        a.add(1, 5, 10, 3, 600, 1200, 12, 7.5);
        a.add(2, 5, 1, 1, 600, 600, 1, 9);
        TotalRows b = new TotalRows();
        b.add(1, 4, 2, 1, 60, 60, 2, 1);
        b.add(1, 5, 4, 2, 60, 1800, 20, 8);
        assertThat(list(PlayerTotals.merge(a, b)))
                .containsExactly(
                        new TotalRows.Total(1, 4, 2, 1, 60, 60, 2, 1),
                        new TotalRows.Total(1, 5, 4, 5, 60, 1800, 20, 8),
                        new TotalRows.Total(2, 5, 1, 1, 600, 600, 1, 9));
        assertThat(list(PlayerTotals.merge(b, a))).isEqualTo(list(PlayerTotals.merge(a, b)));
    }
}
