package dev.kiwi.projection.leaderboard.cheater;

import static dev.kiwi.projection.leaderboard.cheater.FilledDiaries.slots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** leaderboards.md 16.8b, with figures worked out by hand. */
class SchedulesTest {
    private static final int ANCHORS = 25;

    private static List<Producer> found(CheaterSettings settings, int anchors, Diaries diaries, int players) {
        Names names = new Names(IntStream.range(0, players)
                .mapToObj(i -> "p" + (char) ('A' + i))
                .toArray(String[]::new));
        List<AnalysedBoard> boards = List.of(Boards.listed(7, 0, 3, 2, 1), Boards.listed(8, 0, 3, 2, 1));
        return new Schedules(settings, diaries, names, boards).producers(anchors);
    }

    private static List<Producer> found(int anchors, int[]... hours) {
        return found(Boards.SETTINGS, anchors, FilledDiaries.of(anchors, hours), hours.length);
    }

    @Test
    void accountsThatPlayInTheSameHoursAreACluster() {
        Producer cluster =
                found(ANCHORS, slots(1, 8), slots(1, 9), slots(13, 20)).getFirst();
        assertThat(cluster.kind()).isEqualTo("schedule");
        assertThat(cluster.method()).isEqualTo("schedule");
        assertThat(cluster.players()).containsExactly(0, 1);
        assertThat(cluster.label()).isEqualTo("pA +1");
        assertThat(cluster.stem()).isEmpty();
        // 0.5 + 0.35 (0.6 · 8/9 + 0.4 (1 - 0.5))
        assertThat(cluster.confidence()).isEqualTo(0.757);
        assertThat(cluster.measurements())
                .containsExactly(
                        entry("group_size", 2),
                        entry("schedule_cohesion", 0.889),
                        entry("avg_active_hours", 8.5),
                        entry("ceiling", 0.85));
    }

    @Test
    void notEachPairHasToBeAlike() {
        // 8/10, 10/12 and, too few for a link, 8/12.
        Producer cluster =
                found(ANCHORS, slots(6, 13), slots(6, 15), slots(6, 17)).getFirst();
        assertThat(cluster.players()).containsExactly(0, 1, 2);
        // 0.5 + 0.35 (0.6 · 0.7667 + 0.4 (1 - 0.25))
        assertThat(cluster.confidence()).isEqualTo(0.766);
        assertThat(cluster.measurements()).contains(entry("schedule_cohesion", 0.767));
    }

    @Test
    void hoursInCommonThatAreLessThanFourFifthsAreChance() {
        assertThat(found(ANCHORS, slots(6, 13), slots(6, 15))).hasSize(1); // 8/10
        assertThat(found(ANCHORS, slots(6, 11), slots(6, 13))).isEmpty(); // 6/8
    }

    @Test
    void whoPlaysLittleOrAlmostAlwaysHasNoSchedule() {
        assertThat(found(ANCHORS, slots(1, 5), slots(1, 5))).isEmpty();
        assertThat(found(ANCHORS, slots(1, 6), slots(1, 6))).hasSize(1);
        // Of ten captures eight slots are 0.85 and less.
        assertThat(found(10, slots(1, 8), slots(1, 8))).hasSize(1);
        assertThat(found(10, slots(1, 9), slots(1, 9))).isEmpty();
        // Six are never too many.
        assertThat(found(7, slots(1, 6), slots(1, 6))).hasSize(1);
    }

    @Test
    void onlyThoseOfTheSameQuartersOfADayAreCompared() {
        // 11/12 in common, but the last slot is in a quarter of its own.
        assertThat(found(ANCHORS, slots(1, 11), slots(1, 12))).isEmpty();
    }

    @Test
    void aCrowdIsNone() {
        int[][] forty = IntStream.range(0, 40).mapToObj(i -> slots(1, 8)).toArray(int[][]::new);
        Producer largest = found(ANCHORS, forty).getFirst();
        assertThat(largest.players()).hasSize(40);
        assertThat(largest.confidence()).isEqualTo(0.85);
        int[][] more = IntStream.range(0, 41).mapToObj(i -> slots(1, 8)).toArray(int[][]::new);
        assertThat(found(ANCHORS, more)).isEmpty();
    }

    @Test
    void noLeastHoursSwitchItOff() {
        CheaterSettings off = new CheaterSettings(
                Boards.PLAYERS,
                Boards.STEMS,
                Boards.MOVEMENT,
                new CheaterSettings.Schedule(0, 0.8),
                new CheaterSettings.Fusing(0.06, 0.6));
        Diaries diaries = FilledDiaries.of(ANCHORS, slots(1, 8), slots(1, 8));
        assertThat(found(off, ANCHORS, diaries, 2)).isEmpty();
        assertThat(found(Boards.SETTINGS, ANCHORS, diaries, 2)).hasSize(1);
    }

    @Test
    void itsBoardsAreThoseThatAnyMemberIsACandidateOf() {
        Diaries diaries = FilledDiaries.of(ANCHORS, slots(1, 8), slots(1, 8));
        FilledDiaries.note(diaries, 1, ANCHORS, new int[] {1}, List.of(slots(1, 8)));
        List<ClusterBoard> boards =
                found(Boards.SETTINGS, ANCHORS, diaries, 2).getFirst().boards();
        assertThat(boards).extracting(ClusterBoard::uuid).containsExactly(7, 8);
        assertThat(boards).extracting(ClusterBoard::members).containsExactly(2, 1);
        assertThat(boards.getLast().memberNames()).containsExactly("pB");
        assertThat(boards).extracting(ClusterBoard::matchingHours).containsOnlyNulls();
    }
}
