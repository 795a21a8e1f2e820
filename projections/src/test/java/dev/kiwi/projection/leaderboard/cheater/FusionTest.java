package dev.kiwi.projection.leaderboard.cheater;

import static dev.kiwi.projection.leaderboard.cheater.FilledDiaries.slots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.CheaterReport.Cluster;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** leaderboards.md 16.9, with figures worked out by hand. */
class FusionTest {
    private static final String[] STRANGERS = {"ada", "bob", "cyd", "dan", "eve", "fay"};
    private static final int ANCHORS = 25;

    private static List<Cluster> fused(String[] names, Diaries diaries, Producer... producers) {
        return new Fusion(Boards.SETTINGS, diaries, new Stems(names), new Names(names)).clusters(List.of(producers));
    }

    private static Cluster one(String[] names, Diaries diaries, Producer... producers) {
        List<Cluster> clusters = fused(names, diaries, producers);
        assertThat(clusters).hasSize(1);
        return clusters.getFirst();
    }

    private static Producer movement(double confidence, int... players) {
        return producer(Producer.MOVEMENT, Producer.MOVEMENT, "", confidence, players);
    }

    private static Producer schedule(double confidence, int... players) {
        return producer(Producer.SCHEDULE, Producer.SCHEDULE, "", confidence, players);
    }

    private static Producer family(String stem, double confidence, int... players) {
        return producer(Producer.STEM, Producer.STEM, stem, confidence, players);
    }

    private static Producer producer(String kind, String method, String stem, double confidence, int... players) {
        String what = kind + " of " + players.length;
        return new Producer(kind, method, stem, what, players, List.of(), confidence, what, Map.of("seen", what));
    }

    @Test
    void whatSharesAMemberIsOneClusterAndTheLargestIsItsBase() {
        Cluster cluster = one(STRANGERS, new Diaries(), movement(0.6, 0, 1, 2), schedule(0.7, 2, 3));
        assertThat(cluster.members()).containsExactly("ada", "bob", "cyd", "dan");
        assertThat(cluster.memberCount()).isEqualTo(4);
        assertThat(cluster.membersTruncated()).isFalse();
        assertThat(cluster.summary()).isEqualTo("co_movement of 3");
        assertThat(cluster.label()).isEqualTo("co_movement of 3");
        assertThat(cluster.measurements()).containsEntry("seen", "co_movement of 3");
        assertThat(cluster.corroboratedBy()).containsExactly("co_movement", "schedule");
        assertThat(cluster.method()).isEqualTo("co_movement");
        // The best of the two and 0.06 for the second signal.
        assertThat(cluster.confidence()).isEqualTo(0.76);
    }

    @Test
    void ofEquallyLargeOnesTheSurerIsTheBase() {
        Cluster cluster = one(STRANGERS, new Diaries(), movement(0.6, 0, 1), schedule(0.7, 1, 2));
        assertThat(cluster.summary()).isEqualTo("schedule of 2");
    }

    @Test
    void whatSharesNobodyStaysApartTheSurerFirstThenTheLarger() {
        List<Cluster> clusters =
                fused(STRANGERS, new Diaries(), movement(0.6, 0, 1), schedule(0.6, 2, 3, 4), family("fa", 0.9, 5));
        assertThat(clusters).extracting(Cluster::method).containsExactly("name_stem", "schedule", "co_movement");
        assertThat(clusters).extracting(Cluster::confidence).containsExactly(0.9, 0.6, 0.6);
    }

    @Test
    void namesTogetherWithMovementsOrHoursAreBoth() {
        String[] names = {"mira1", "mira2", "mira3", "tom"};
        Cluster moving = one(names, new Diaries(), movement(0.8, 0, 1, 3), family("mira", 0.7, 0, 1, 2));
        assertThat(moving.corroboratedBy()).containsExactly("co_movement", "name_stem");
        assertThat(moving.method()).isEqualTo("both");
        assertThat(moving.stem()).isEqualTo("mira");
        assertThat(moving.label()).isEqualTo("mira*");
        assertThat(one(names, new Diaries(), schedule(0.8, 0, 3), family("mira", 0.7, 0, 1, 2))
                        .method())
                .isEqualTo("both");
        assertThat(one(names, new Diaries(), family("mira", 0.7, 0, 1, 2)).method())
                .isEqualTo("name_stem");
        // A movement that says itself that the names are alike counts as two signals.
        Cluster itself = one(names, new Diaries(), producer(Producer.MOVEMENT, Producer.BOTH, "mira", 0.8, 0, 1));
        assertThat(itself.corroboratedBy()).containsExactly("co_movement", "name_stem");
        assertThat(itself.confidence()).isEqualTo(0.86);
    }

    @Test
    void aStemThatHalfOfTheMembersShareIsASignal() {
        String[] names = {"mira1", "mira2", "ada", "bob", "cyd", "dan"};
        assertThat(one(names, new Diaries(), movement(0.6, 0, 1, 2, 3, 4)).corroboratedBy())
                .containsExactly("co_movement", "name_stem"); // 2 of 5: half of it, rounded down
        assertThat(one(names, new Diaries(), movement(0.6, 0, 1, 2, 3, 4, 5)).corroboratedBy())
                .containsExactly("co_movement");
        // Of two one is not enough.
        assertThat(one(names, new Diaries(), movement(0.6, 0, 2)).corroboratedBy())
                .containsExactly("co_movement");
    }

    @Test
    void hoursInCommonAreASignalByThemselvesAndThereforeBehindTheNames() {
        String[] names = {"mira1", "mira2"};
        Diaries alike = FilledDiaries.of(ANCHORS, slots(1, 4), slots(1, 5)); // 4/5
        Cluster cluster = one(names, alike, movement(0.6, 0, 1));
        assertThat(cluster.corroboratedBy()).containsExactly("co_movement", "name_stem", "schedule", "footprint");
        assertThat(cluster.confidence()).isEqualTo(0.78);
        Diaries unlike = FilledDiaries.of(ANCHORS, slots(1, 3), slots(1, 4)); // 3/4
        assertThat(one(names, unlike, movement(0.6, 0, 1)).corroboratedBy())
                .containsExactly("co_movement", "name_stem", "footprint");
    }

    @Test
    void noSignalCountsTwice() {
        Diaries alike = FilledDiaries.of(ANCHORS, slots(1, 8), slots(1, 8));
        Cluster cluster = one(STRANGERS, alike, schedule(0.6, 0, 1), schedule(0.5, 0, 1));
        assertThat(cluster.corroboratedBy()).containsExactly("schedule", "footprint");
        assertThat(cluster.method()).isEqualTo("schedule");
        assertThat(cluster.confidence()).isEqualTo(0.66);
    }

    @Test
    void boardsInCommonAreASignal() {
        int[] never = {};
        Diaries diaries = FilledDiaries.of(ANCHORS, never, never, never);
        FilledDiaries.note(diaries, 1, ANCHORS, new int[] {0, 1}, List.of(never, never));
        FilledDiaries.note(diaries, 2, ANCHORS, new int[] {0}, List.of(never));
        // Two of three boards, and, for the third player, one of three. Nobody plays: no hours are in common.
        assertThat(one(STRANGERS, diaries, movement(0.6, 0, 1)).corroboratedBy())
                .containsExactly("co_movement", "footprint");
        assertThat(one(STRANGERS, diaries, movement(0.6, 0, 2)).corroboratedBy())
                .containsExactly("co_movement");
        // Candidates of no board have none in common.
        assertThat(one(STRANGERS, diaries, movement(0.6, 3, 4)).corroboratedBy())
                .containsExactly("co_movement");
    }

    @Test
    void nothingIsSurerThanTheCeiling() {
        Diaries alike = FilledDiaries.of(ANCHORS, slots(1, 8), slots(1, 8));
        assertThat(one(STRANGERS, alike, movement(0.95, 0, 1)).confidence()).isEqualTo(0.98);
    }

    @Test
    void onlyListedMembersConnectAndTheListIsCut() {
        String[] names = IntStream.range(0, 62).mapToObj("p%02d"::formatted).toArray(String[]::new);
        Producer large = schedule(0.6, IntStream.range(0, 61).toArray());
        List<Cluster> apart = fused(names, new Diaries(), large, schedule(0.7, 60, 61));
        assertThat(apart).extracting(Cluster::memberCount).containsExactly(2, 61);
        assertThat(apart.getLast().members()).hasSize(60).doesNotContain("p60");
        assertThat(apart.getLast().membersTruncated()).isTrue();
        Cluster together = one(names, new Diaries(), large, schedule(0.7, 59, 61));
        assertThat(together.memberCount()).isEqualTo(62);
        assertThat(together.members()).hasSize(60).startsWith("p00", "p01");
    }
}
