package dev.kiwi.projection.leaderboard.cheater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** leaderboards.md 16.6 and 16.7, with figures worked out by hand. */
class ClustersTest {
    private static Names names(String... names) {
        return new Names(names);
    }

    private static List<Producer> families(AnalysedBoard board, String... names) {
        StemFamilies families = new StemFamilies(Boards.STEMS, new Stems(names), names(names));
        families.look(board);
        assertThat(families.scanned()).isEqualTo(1);
        return families.producers();
    }

    @Test
    void accountsOfOneNameSideBySideAreAFamily() {
        List<Producer> found = families(Boards.of(1000, 995, 990, 500), "mira1", "Mira_2", "m1ra3", "tom1");
        assertThat(found).hasSize(1);
        Producer family = found.getFirst();
        assertThat(family.stem()).isEqualTo("mira");
        assertThat(family.label()).isEqualTo("mira*");
        assertThat(family.players()).hasSize(3);
        // closeness 0.5, size 0, boards 0.5
        assertThat(family.confidence()).isEqualTo(0.684);
        assertThat(family.measurements())
                .contains(entry("tightest_spread_pct", 1.0), entry("closeness", 0.5), entry("board_term", 0.5));
        assertThat(family.boards().getFirst().spread()).isEqualTo(0.01);
        assertThat(family.boards().getFirst().rankMax()).isEqualTo(3);
    }

    @Test
    void scoresFarApartAndTwoAccountsAreNone() {
        assertThat(families(Boards.of(1000, 900, 800, 700), "mira1", "mira2", "mira3", "mira4"))
                .isEmpty();
        assertThat(families(Boards.of(1000, 999, 998), "mira1", "mira2", "tom")).isEmpty();
    }

    @Test
    void stemsThatDifferByALetterAreMergedWhenEachHasTwoNames() {
        assertThat(families(Boards.of(1000, 999, 998, 997), "banana1", "banana2", "bananaa1", "bananaa2"))
                .extracting(Producer::stem)
                .containsExactly("banana");
        assertThat(families(Boards.of(1000, 999, 998), "banana1", "banana2", "bananaa1"))
                .isEmpty();
    }

    @Test
    void anExcludedBoardIsNotLookedAt() {
        CheaterSettings.Stems settings = new CheaterSettings.Stems(true, 3, 0.02, 2, 8, Set.of(7));
        String[] names = {"mira1", "mira2", "mira3"};
        StemFamilies families = new StemFamilies(settings, new Stems(names), names(names));
        families.look(Boards.of(1000, 999, 998));
        assertThat(families.scanned()).isZero();
        assertThat(families.producers()).isEmpty();
    }

    /** Ten players; the first two gain 100 and 101 in each slot, the others amounts of their own. */
    private static double[][] scores(int slots) {
        double[][] scores = new double[slots][10];
        for (int slot = 1; slot < slots; slot++) {
            for (int c = 0; c < 10; c++) {
                double gain = c == 0 ? 100 : c == 1 ? 101 : 1 + c + slot % 3;
                scores[slot][c] = scores[slot - 1][c] + gain;
            }
        }
        return scores;
    }

    @Test
    void onlyTheLargestGainsOfAnHourAreCompared() {
        CheaterSettings.Movement movement = new CheaterSettings.Movement(400, 1, 0.8, 0.05, 3, 0.7, 0.6, 2, 40, 3600);
        Gains gains = new Gains(movement, scores(6), 10);
        // Of ten gains the ninth is the threshold: the two of the ring are left.
        assertThat(gains.cells()).hasSize(5).allSatisfy(cell -> assertThat(cell).containsExactly(0, 1));
        assertThat(gains.total(1)).isEqualTo(505);
        assertThat(gains.total(2)).isZero();
        assertThat(gains.gained(2, 1)).isTrue();
        assertThat(gains.gained(2, 0)).isFalse();
    }

    @Test
    void accountsThatGainAlikeHourForHourAreARing() {
        CheaterSettings.Movement movement = new CheaterSettings.Movement(400, 1, 0.8, 0.05, 3, 0.7, 0.6, 2, 40, 3600);
        String[] names =
                IntStream.range(0, 10).mapToObj(i -> "p" + (char) ('a' + i)).toArray(String[]::new);
        CoMovement moving = new CoMovement(movement, new Stems(names), names(names));
        AnalysedBoard board = Boards.of(Boards.field(10));
        int[] players = IntStream.range(0, 10).toArray();
        moving.look(board, players, new Gains(movement, scores(6), 10));
        List<Producer> rings = moving.producers();
        assertThat(rings).hasSize(1);
        assertThat(rings.getFirst().players()).containsExactly(0, 1);
        assertThat(rings.getFirst().label()).isEqualTo("pa +1");
        assertThat(rings.getFirst().measurements())
                .contains(entry("matching_hours", 5), entry("group_size", 2), entry("avg_hourly_gain", 502.5));
        // 0.5 + 0.47 (0.6 (1 - 0.6³) + 0.4 · 0.5)
        assertThat(rings.getFirst().confidence()).isEqualTo(0.815);
    }

    /** On one board two pairs of accounts, on another one account of each. */
    @Test
    void aBoardWithTwoOfItsGroupsIsOneBoard() {
        CheaterSettings.Movement movement = new CheaterSettings.Movement(400, 1, 0.6, 0.05, 3, 0.7, 0.6, 2, 40, 3600);
        String[] names =
                IntStream.range(0, 10).mapToObj(i -> "p" + (char) ('a' + i)).toArray(String[]::new);
        CoMovement moving = new CoMovement(movement, new Stems(names), names(names));
        int[] players = IntStream.range(0, 10).toArray();
        moving.look(
                Boards.listed(7, 0, Boards.field(10)),
                players,
                new Gains(movement, gaining(6, 100, 100, 200, 200), 10));
        moving.look(
                Boards.listed(8, 0, Boards.field(10)),
                players,
                new Gains(movement, gaining(5, 300, 100, 100, 200), 10));
        List<Producer> rings = moving.producers();
        assertThat(rings).hasSize(1);
        Producer ring = rings.getFirst();
        assertThat(ring.players()).containsExactly(0, 1, 2, 3);
        assertThat(ring.measurements()).contains(entry("board_count", 2), entry("matching_hours", 5));
        assertThat(ring.summary()).contains("on 2 boards");
        assertThat(ring.boards()).extracting(ClusterBoard::uuid).containsExactly(7, 8);
        ClusterBoard both = ring.boards().getFirst();
        assertThat(both.memberNames()).containsExactly("pa", "pb", "pc", "pd");
        assertThat(both.matchingHours()).isEqualTo(5);
        assertThat(both.avgHourlyGain()).isEqualTo(750L);
    }

    /** Ten players; the first ones gain these amounts in each slot, the others next to nothing. */
    private static double[][] gaining(int slots, double... gains) {
        double[][] scores = new double[slots][10];
        for (int slot = 1; slot < slots; slot++) {
            for (int c = 0; c < 10; c++) {
                scores[slot][c] = scores[slot - 1][c] + (c < gains.length ? gains[c] : 1 + c);
            }
        }
        return scores;
    }

    @Test
    void aMemberWithFewLinksLeavesAThinGroup() {
        BitSet[] links = IntStream.range(0, 5).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
        link(links, 0, 1);
        link(links, 1, 2);
        link(links, 0, 2);
        link(links, 2, 3);
        link(links, 3, 4);
        int[] order = {0, 1, 2, 3, 4};
        assertThat(Groups.dense(links, 0.6, 2, order)).hasSize(1).first().isEqualTo(new int[] {0, 1, 2, 3});
        assertThat(Groups.dense(links, 0.9, 2, order)).hasSize(1).first().isEqualTo(new int[] {0, 1, 2});
        assertThat(Groups.dense(links, 0.9, 4, order)).isEmpty();
    }

    private static void link(BitSet[] links, int a, int b) {
        links[a].set(b);
        links[b].set(a);
    }
}
