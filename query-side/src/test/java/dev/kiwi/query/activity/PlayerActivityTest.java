package dev.kiwi.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetActivityHistory;
import dev.kiwi.api.activity.GetActivityHistory.HistoryPoint;
import dev.kiwi.api.activity.GetActivitySeries;
import dev.kiwi.api.activity.GetActivitySeries.ActivityPoint;
import dev.kiwi.api.activity.GetActivitySeries.ActivitySeries;
import dev.kiwi.api.activity.GetCurrentActivity;
import dev.kiwi.api.activity.GetCurrentActivity.BoardActivity;
import dev.kiwi.api.activity.GetCurrentActivity.CurrentActivity;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** activity.md A. */
class PlayerActivityTest {
    private static final long HOUR = 3600;
    private static final long MONDAY = 1_780_916_400; // 2026-06-08 11:00 UTC
    private final Activity activity = new Activity();

    @AfterEach
    void close() throws Exception {
        activity.close();
    }

    private CurrentActivity current() {
        return activity.current.handle(new GetCurrentActivity());
    }

    @Test
    void withoutTwoCapturesThereIsNothingToTell() {
        assertThat(current().estimate()).isNull();
        activity.capture(MONDAY, Activity.board(3, "1;Mira;5"));
        assertThat(current().windowEnd()).isNull();
        assertThat(current().byBoard()).isEmpty();
        assertThat(current().computedAt()).isEqualTo(activity.now);
    }

    @Test
    void aRiseAndAFirstAppearanceCountAndADropDoesNot() {
        activity.capture(
                MONDAY,
                Activity.board(3, "1;Mira;5|2;Tom;5|3;Zed;5")
                        + Activity.board(4, "1;Mira;1")
                        + Activity.board(1100, "1;Club;1"));
        activity.capture(
                MONDAY + HOUR,
                Activity.board(3, "1;MIRA;6|2;Tom;5|3;Zed;4|4;New;1|5;Zero;0")
                        + Activity.board(4, "1;mira;2")
                        + Activity.board(5, "1;Nobody;9")
                        + Activity.board(1100, "1;Club;2"));
        CurrentActivity current = current();
        assertThat(current.estimate()).isEqualTo(2);
        assertThat(current.estimate24h()).isEqualTo(2);
        assertThat(current.estimate7d()).isEqualTo(2);
        assertThat(current.byBoard())
                .containsExactly(
                        new BoardActivity(3, "BOARD 3", "STATS", 2), new BoardActivity(4, "BOARD 4", "STATS", 1));
        assertThat(current.boardsAnalyzed()).isEqualTo(2);
        assertThat(current.windowStart()).isEqualTo(MONDAY);
        assertThat(current.durationHours()).isEqualTo(1);
        assertThat(current.span24hHours()).isEqualTo(1);
        assertThat(current.window7dStart()).isEqualTo(MONDAY);
        assertThat(current.computedAt()).isEqualTo(MONDAY + HOUR + 5);
    }

    @Test
    void whatIsChangedWhileAnAnswerIsMadeIsNotInIt() {
        activity.capture(MONDAY, Activity.board(3, "1;Mira;5"));
        activity.capture(MONDAY + HOUR, Activity.board(3, "1;Mira;6"));
        CurrentActivity before = current();
        assertThat(before.estimate24h()).isEqualTo(1);
        assertThat(activity.currentDuring(activity::reset).handle(new GetCurrentActivity()))
                .isEqualTo(before);
        assertThat(current().windowEnd()).isNull();
    }

    @Test
    void aGapHasNoEstimateAndTheUnionsGoOn() {
        activity.capture(MONDAY, Activity.board(3, "1;Mira;5"));
        activity.capture(MONDAY + HOUR, Activity.board(3, "1;Mira;6"));
        activity.capture(MONDAY + 2 * HOUR, Activity.board(3, "1;Mira;7"));
        activity.capture(MONDAY + 5 * HOUR, Activity.board(3, "1;Mira;8|2;Tom;1"));
        assertThat(current().estimate()).isNull();
        assertThat(current().boardsAnalyzed()).isZero();
        assertThat(current().estimate24h()).isEqualTo(1);
        assertThat(current().durationHours()).isEqualTo(3);
    }

    @Test
    void aGapThatWasTheFirstWindowIsInNoUnionOnceItIsKnownToBeOne() {
        activity.capture(MONDAY - 240 * HOUR, Activity.board(3, "1;Mira;1|2;Tom;1|3;Zed;1"));
        activity.capture(MONDAY, Activity.board(3, "1;Mira;2|2;Tom;2|3;Zed;2"));
        assertThat(current().estimate7d()).isEqualTo(3);
        activity.capture(MONDAY + HOUR, Activity.board(3, "1;Mira;3|2;Tom;2|3;Zed;2"));
        activity.capture(MONDAY + 2 * HOUR, Activity.board(3, "1;Mira;4|2;Tom;2|3;Zed;2"));
        assertThat(current().estimate24h()).isEqualTo(1);
        assertThat(current().estimate7d()).isEqualTo(1);
    }

    @Test
    void afterAnOutageNothingIsKnownRatherThanNobodyThere() {
        for (int hour = 0; hour < 4; hour++) {
            activity.capture(MONDAY + hour * HOUR, Activity.board(3, "1;Mira;" + hour));
        }
        activity.capture(MONDAY + 51 * HOUR, Activity.board(3, "1;Mira;9"));
        assertThat(current().estimate()).isNull();
        assertThat(current().estimate24h()).isNull();
        assertThat(current().span24hHours()).isEqualTo(48);
        assertThat(current().estimate7d()).isEqualTo(1);
    }

    @Test
    void everyUnionIsWhatARecountGives() {
        Random random = new Random(7);
        Recount recount = new Recount();
        long anchor = MONDAY;
        double[][] scores = new double[4][40];
        String withheld = null;
        long withheldAt = 0;
        for (int n = 0; n < 110; n++) {
            String dump = dump(random, scores);
            if (n == 60) {
                withheld = dump;
                withheldAt = anchor;
            } else {
                activity.capture(anchor, dump);
                recount.capture(anchor, dump);
            }
            if (n % 11 == 5) {
                assertAgrees(recount);
            }
            // Every now and then captures are missing.
            anchor += n % 17 == 9 ? 9 * HOUR : 2 * HOUR;
        }
        // One comes late and splits a window, one is replaced.
        activity.capture(withheldAt, withheld);
        recount.capture(withheldAt, withheld);
        long replaced = recount.anchors().get(100);
        String other = dump(random, scores);
        activity.capture(replaced, other);
        recount.capture(replaced, other);
        assertAgrees(recount);
    }

    /** Some rise, some stand, some come, some leave, and one board is emptied now and then. */
    private static String dump(Random random, double[][] scores) {
        StringBuilder dump = new StringBuilder();
        for (int board = 0; board < scores.length; board++) {
            boolean reset = board == 1 && random.nextInt(8) == 0;
            StringBuilder rows = new StringBuilder();
            for (int player = 0; player < scores[board].length; player++) {
                scores[board][player] = reset ? 0 : scores[board][player] + Math.max(0, random.nextInt(12) - 10);
                if (random.nextInt(5) > 0) {
                    String name = (random.nextBoolean() ? "p" : "P") + player;
                    rows.append(rows.isEmpty() ? "" : "|")
                            .append(player + 1 + ";" + name + ";" + scores[board][player]);
                }
            }
            if (random.nextInt(10) > 0) {
                dump.append(Activity.board(board == 3 ? 1100 : board + 3, rows.toString()));
            }
        }
        return dump.append(Activity.board(99, "1;somebody;1")).toString();
    }

    private void assertAgrees(Recount recount) {
        CurrentActivity current = current();
        assertThat(current.estimate24h()).isEqualTo(recount.distinct(24 * HOUR));
        assertThat(current.estimate7d()).isEqualTo(recount.distinct(168 * HOUR));
        assertThat(current.estimate7d()).isGreaterThanOrEqualTo(current.estimate24h());
        TreeMap<Long, Integer> stored = activity
                .jdbc
                .sql("select window_end, estimate from activity.activity_estimate")
                .query((row, n) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        TreeMap<Long, Integer> counted = new TreeMap<>();
        recount.windows().forEach((end, players) -> counted.put(end, players.size()));
        assertThat(stored).isEqualTo(counted);
    }

    @Test
    void aReplayGivesTheSameRowsAndAResetNone() {
        for (int n = 0; n < 4; n++) {
            activity.capture(MONDAY + n * HOUR, Activity.board(3, "1;Mira;" + n + "|2;Tom;" + n % 2));
        }
        String before = rows();
        activity.capture(MONDAY + 3 * HOUR, Activity.board(3, "1;Mira;3|2;Tom;1"));
        assertThat(rows()).isEqualTo(before);
        activity.reset();
        assertThat(rows()).isEmpty();
        assertThat(current().windowEnd()).isNull();
    }

    private String rows() {
        return activity.jdbc
                .sql("select coalesce(string_agg(e::text || a.players::text, ',' order by e.window_end), '')"
                        + " from activity.activity_estimate e join activity.activity_active a using (window_end)")
                .query(String.class)
                .single();
    }

    @Test
    void anEmptyDumpTakesItsCaptureAway() {
        for (int n = 0; n < 3; n++) {
            activity.capture(MONDAY + n * HOUR, Activity.board(3, "1;Mira;" + n));
        }
        activity.capture(MONDAY + HOUR, Activity.board(3, "none"));
        assertThat(current().windowStart()).isEqualTo(MONDAY);
        assertThat(current().windowEnd()).isEqualTo(MONDAY + 2 * HOUR);
        activity.capture(MONDAY + 2 * HOUR, Activity.board(3, "none"));
        assertThat(current().windowEnd()).isNull();
    }

    @Test
    void setsOfPlayersAreKeptForEightDays() {
        for (int n = 0; n < 12; n++) {
            activity.capture(MONDAY + n * 24 * HOUR, Activity.board(3, "1;Mira;" + n));
        }
        assertThat(activity.jdbc
                        .sql("select count(*) from activity.activity_active")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
        assertThat(activity.players
                        .handle(new GetActivitySeries(ActivityPeriod.ALL))
                        .points())
                .hasSize(11);
    }

    @Test
    void theHistoryHasEachWindowWithoutGaps() {
        hours(0, 1, 2, 3, 7, 8);
        activity.now = MONDAY + 8 * HOUR;
        var history = activity.players.handle(new GetActivityHistory(1));
        assertThat(history.windowStart()).isEqualTo(activity.now - 24 * HOUR);
        assertThat(history.points())
                .extracting(HistoryPoint::windowEnd)
                .containsExactly(MONDAY + HOUR, MONDAY + 2 * HOUR, MONDAY + 3 * HOUR, MONDAY + 8 * HOUR);
        assertThat(history.points().getFirst()).isEqualTo(new HistoryPoint(MONDAY + HOUR, MONDAY, 1, 1, 1));
    }

    private void hours(int... hours) {
        for (int hour : hours) {
            activity.capture(MONDAY + hour * HOUR, Activity.board(3, "1;Mira;" + (hour + 1)));
        }
    }

    @Test
    void aSeriesIsInSteps() {
        List<Window> windows = List.of(
                new Window(0, 3600, 1, 10),
                new Window(0, 3700, 1, 20),
                new Window(0, 7300, 1.8, 27),
                new Window(0, 9000, 9, 500),
                new Window(0, 10_900, 1, 15));
        ActivitySeries series = ActivitySteps.series(ActivityPeriod.DAY, new SeriesSpan(0, 20_000, 3600), windows);
        assertThat(series.points())
                .containsExactly(
                        new ActivityPoint(3650, 15, 20, 2),
                        new ActivityPoint(7300, 15, 15, 1),
                        new ActivityPoint(10_900, 15, 15, 1));
        assertThat(series.peak().t()).isEqualTo(3650);
        assertThat(series.average()).isEqualTo(15);
        assertThat(series.latest()).isEqualTo(15);
    }

    @Test
    void aSeriesOfNothingIsEmpty() {
        ActivitySeries series = activity.players.handle(new GetActivitySeries(ActivityPeriod.ALL));
        assertThat(series.points()).isEmpty();
        assertThat(series.peak()).isNull();
        assertThat(series.average()).isNull();
        assertThat(series.latest()).isNull();
        assertThat(series.windowStart()).isEqualTo(series.windowEnd());
        assertThat(series.bucketSeconds()).isEqualTo(3600);
    }

    @Test
    void aSeriesIsKeptFiveMinutesButNotBeyondTheNextCapture() {
        hours(0, 1);
        ActivitySeries first = activity.players.handle(new GetActivitySeries(ActivityPeriod.DAY));
        activity.now += 60;
        assertThat(activity.players.handle(new GetActivitySeries(ActivityPeriod.DAY)))
                .isSameAs(first);
        hours(2);
        assertThat(activity.players
                        .handle(new GetActivitySeries(ActivityPeriod.DAY))
                        .windowEnd())
                .isEqualTo(activity.now);
    }
}
