package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.ChartPoint;
import dev.kiwi.api.leaderboard.ComparePlayers;
import dev.kiwi.api.leaderboard.EntriesCursor;
import dev.kiwi.api.leaderboard.GetBoardChart;
import dev.kiwi.api.leaderboard.GetBoardHealth;
import dev.kiwi.api.leaderboard.GetCutoffs;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerProfile;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileRow;
import dev.kiwi.api.leaderboard.GetPlayerSeries;
import dev.kiwi.api.leaderboard.GetPreviousCapture;
import dev.kiwi.api.leaderboard.ListBoardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** leaderboards.md 4.1, 11, 12, 13, and what goes beyond it: cut-offs, comparison, cursors. */
class InsightsTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    private final Leaderboards boards = new Leaderboards();

    @AfterEach
    void close() throws Exception {
        boards.close();
    }

    private static String field(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> i + ";p" + i + ";" + (1000 - i))
                .collect(Collectors.joining("|"));
    }

    @Test
    void aChartFollowsTheLeadersOfTheNewestCaptureAndFallsAtResets() {
        boards.ingest(MONDAY - HOUR, Leaderboards.stats(4000, "1;Mira;90|2;Tom;80"));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(4000, "1;Tom;5|2;Una;2"));
        var chart = boards.chart.handle(new GetBoardChart(4000, 7, 1, MONDAY + 2 * HOUR));
        assertThat(chart.anchors()).containsExactly(MONDAY - HOUR, MONDAY + HOUR);
        assertThat(chart.windowStart()).isEqualTo(MONDAY + 2 * HOUR - 7 * DAY);
        assertThat(chart.series()).hasSize(1);
        assertThat(chart.series().getFirst().playerName()).isEqualTo("Tom");
        assertThat(chart.series().getFirst().points())
                .containsExactly(
                        new ChartPoint(MONDAY - HOUR, 2, 80L, false),
                        new ChartPoint(MONDAY - 1, 2, 80L, true),
                        new ChartPoint(MONDAY, 0, 0L, true),
                        new ChartPoint(MONDAY + HOUR, 1, 5L, false));
        assertThat(boards.chart.handle(new GetBoardChart(99, 7, 5, MONDAY)).series())
                .isEmpty();
    }

    @Test
    void aPlayersChartHasALineForEachBoardByBestRank() {
        boards.ingest(MONDAY - 20 * DAY, Leaderboards.stats(3, "1;Mira;1"));
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;x;9|2;mira;8") + Leaderboards.stats(5, "1;mira;7"));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, "1;x;9|2;MIRA;8.5"));
        var series = boards.series.handle(new GetPlayerSeries(" mira", 7, MONDAY + HOUR));
        assertThat(series.playerName()).isEqualTo("mira");
        assertThat(series.canonicalName()).isEqualTo("MIRA");
        assertThat(series.anchors()).containsExactly(MONDAY, MONDAY + HOUR);
        assertThat(series.series()).extracting(line -> line.uuid()).containsExactly(5, 3);
        assertThat(series.series().get(1).points())
                .containsExactly(new ChartPoint(MONDAY, 2, 8L, false), new ChartPoint(MONDAY + HOUR, 2, 8.5, false));
        assertThat(boards.series
                        .handle(new GetPlayerSeries("nobody", 7, MONDAY))
                        .canonicalName())
                .isNull();
    }

    @Test
    void healthIsWorkedOutFromTheFirstRowsAndTheDayBefore() {
        boards.ingest(MONDAY - HOUR, Leaderboards.stats(3, "1;a;50|2;b;20|3;c;10"));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, "1;a;60|2;b;30|3;d;10"));
        var health = boards.health.handle(new GetBoardHealth(3));
        assertThat(health.comparable()).isTrue();
        assertThat(health.prevAnchor()).isEqualTo(MONDAY - HOUR);
        assertThat(health.population()).isEqualTo(3);
        assertThat(health.leaderShare()).isEqualTo(0.6);
        assertThat(health.p1PnRatio()).isEqualTo(6.0);
        // 2 (1·10 + 2·30 + 3·60) / (3·100) - 4/3
        assertThat(health.gini()).isEqualTo(0.3333, within(1e-9));
        assertThat(health.newEntrants()).isEqualTo(1);
        assertThat(health.turnoverRate()).isEqualTo(0.3333);
        assertThat(health.medianScoreGain()).isEqualTo(10.0);
        assertThat(health.medianScoreGainPct()).isEqualTo(35.0);
        assertThatThrownBy(() -> boards.health.handle(new GetBoardHealth(4)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void healthWithoutAComparisonLeavesFiguresOut() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;a;0|2;b;0"));
        var health = boards.health.handle(new GetBoardHealth(3));
        assertThat(health.comparisonReason()).isEqualTo("no_prior_snapshot");
        assertThat(health.leaderShare()).isNull();
        assertThat(health.p1PnRatio()).isNull();
        assertThat(health.gini()).isZero();
        assertThat(health.newEntrants()).isNull();
        assertThat(health.medianScoreGain()).isNull();
    }

    @Test
    void aProfileAddsUpTheWholeHistoryAndComparesRecentRows() {
        boards.ingest(MONDAY - 40 * DAY, Leaderboards.stats(3, "1;Mira;5"));
        boards.ingest(MONDAY - HOUR, Leaderboards.stats(3, "7;Mira;10") + Leaderboards.stats(4000, "1;Mira;9"));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, "4;Mira;12") + Leaderboards.stats(4000, "20;Mira;1"));
        var profile = boards.profile.handle(new GetPlayerProfile("mira ", MONDAY + 2 * HOUR));
        assertThat(profile.summary().appearances()).isEqualTo(5);
        assertThat(profile.summary().boardsAppeared()).isEqualTo(2);
        assertThat(profile.summary().bestRankBoardName()).isEqualTo("BOARD 3");
        assertThat(profile.summary().top10Count()).isEqualTo(2);
        assertThat(profile.summary().latestAnchor()).isEqualTo(MONDAY + HOUR);
        assertThat(profile.boards().getFirst().latestRank()).isEqualTo(4);
        assertThat(profile.recent())
                .containsExactly(
                        row(3, 4, 12L, MONDAY + HOUR, 7, 10L, 3, 2L),
                        // A weekly board does not compare across its reset.
                        row(4000, 20, 1L, MONDAY + HOUR, null, null, null, null),
                        row(3, 7, 10L, MONDAY - HOUR, null, null, null, null),
                        row(4000, 1, 9L, MONDAY - HOUR, null, null, null, null));
    }

    private static ProfileRow row(
            int board, int rank, Number score, long anchor, Integer prevRank, Number prev, Integer up, Number more) {
        return new ProfileRow("Mira", board, "BOARD " + board, rank, score, anchor, prevRank, prev, up, more, false);
    }

    @Test
    void foldingChangesNoProfileAndSurvivesReplacedCapturesAndResets() {
        for (int hour = 0; hour < 20; hour++) {
            boards.ingest(MONDAY + hour * HOUR, Leaderboards.stats(3, "1;Mira;" + hour + "|2;Tom;1"));
        }
        var before = boards.profile.handle(new GetPlayerProfile("Mira", MONDAY));
        assertThat(boards.fold.run()).startsWith("14 captures");
        assertThat(boards.fold.run()).startsWith("0 captures");
        assertThat(folded()).isPositive();
        assertThat(boards.profile.handle(new GetPlayerProfile("Mira", MONDAY))).isEqualTo(before);
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Tom;1|9;Mira;5"));
        assertThat(boards.profile
                        .handle(new GetPlayerProfile("Tom", MONDAY))
                        .boards()
                        .getFirst()
                        .bestRank())
                .isEqualTo(1);
        assertThat(boards.fold.run()).startsWith("14 captures");
        assertThat(boards.profile
                        .handle(new GetPlayerProfile("Mira", MONDAY))
                        .boards()
                        .getFirst()
                        .appearances())
                .isEqualTo(20);
        boards.reset(false);
        assertThat(boards.profile.handle(new GetPlayerProfile("Mira", MONDAY)).boards())
                .isEmpty();
        boards.fold.run();
        assertThat(folded()).isZero();
    }

    private long folded() {
        return boards.jdbc
                .sql("select count(*) from pm.player_total")
                .query(Long.class)
                .single();
    }

    @Test
    void cutOffsSayWhatARankTakesAndWhatAScoreIsWorth() {
        boards.ingest(MONDAY - HOUR, Leaderboards.stats(3, field(150)));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, field(200).replace("1;p1;999", "1;p1;1500")));
        var cutoffs = boards.cutoffs.handle(new GetCutoffs(3, null, List.of(1, 100, 180, 500), 900.0));
        assertThat(cutoffs.createdAt()).isEqualTo(MONDAY + HOUR);
        assertThat(cutoffs.total()).isEqualTo(200);
        assertThat(cutoffs.cutoffs())
                .containsExactly(
                        new GetCutoffs.Cutoff(1, 1, 1500L, 999L, 501L),
                        new GetCutoffs.Cutoff(100, 100, 900L, 900L, 0L),
                        new GetCutoffs.Cutoff(180, 180, 820L, null, null));
        assertThat(cutoffs.percentiles().getFirst()).isEqualTo(new GetCutoffs.Percentile(1, 2, 998L));
        assertThat(cutoffs.placed()).isEqualTo(new GetCutoffs.Placed(900L, 101, 50.5));
        assertThatThrownBy(() -> boards.cutoffs.handle(new GetCutoffs(3, MONDAY, List.of(1), null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void onABoardWhereLessIsBetterALowScoreIsPlacedHigh() {
        boards.ingest(MONDAY, Leaderboards.stats(2002, "1;a;10|2;b;20|3;c;30"));
        var cutoffs = boards.cutoffs.handle(new GetCutoffs(2002, MONDAY, List.of(1), 15.0));
        assertThat(cutoffs.higherIsBetter()).isFalse();
        assertThat(cutoffs.placed()).isEqualTo(new GetCutoffs.Placed(15L, 2, 66.67));
    }

    @Test
    void playersStandSideBySide() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Mira;9|2;Tom;8") + Leaderboards.stats(5, "1;Tom;7"));
        var compared = boards.compare.handle(new ComparePlayers(List.of("mira", "TOM", " Nobody "), null));
        assertThat(compared.createdAt()).isEqualTo(MONDAY);
        assertThat(compared.players())
                .containsExactly(
                        new ComparePlayers.Compared("Mira", true, 1, 1),
                        new ComparePlayers.Compared("Tom", true, 2, 1),
                        new ComparePlayers.Compared("Nobody", false, 0, 0));
        assertThat(compared.boards()).extracting(board -> board.uuid()).containsExactly(3, 5);
        assertThat(compared.boards().getFirst().standings())
                .containsExactly(new ComparePlayers.Standing(1, 9L), new ComparePlayers.Standing(2, 8L), null);
        assertThat(boards.compare
                        .handle(new ComparePlayers(List.of("a", "b"), MONDAY + 60))
                        .boards())
                .isEmpty();
    }

    @Test
    void anOverrideChangesWhatIsComparedAndIsKeptByLaterDumps() {
        boards.ingest(MONDAY - HOUR, Leaderboards.stats(3, "1;Mira;9"));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, "1;Mira;10"));
        assertThat(boards.page(3, MONDAY + HOUR).comparison().reason()).isEqualTo("ok");
        boards.override(3, "weekly");
        boards.ingest(MONDAY + 2 * HOUR, Leaderboards.stats(3, "1;Mira;11"));
        assertThat(boards.page(3, MONDAY + HOUR).comparison().reason()).isEqualTo("crossed_reset");
        var setting = boards.settings.handle(new ListBoardSettings()).items().getFirst();
        assertThat(setting.effectiveResetKind()).isEqualTo("weekly");
        assertThat(setting.resetKindOverride()).isEqualTo("weekly");
        assertThat(setting.hasPeriodicReset()).isTrue();
        boards.override(3, null);
        assertThat(boards.page(3, MONDAY + HOUR).comparison().reason()).isEqualTo("ok");
    }

    @Test
    void theCaptureBeforeIsTheMeasureOfTheNext() {
        assertThat(boards.previous.handle(new GetPreviousCapture(MONDAY)).anchor())
                .isNull();
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;a;1|2;b;1") + Leaderboards.stats(5, "1;a;1"));
        var previous = boards.previous.handle(new GetPreviousCapture(MONDAY + HOUR));
        assertThat(previous.anchor()).isEqualTo(MONDAY);
        assertThat(previous.entries()).isEqualTo(Map.of(3, 2, 5, 1));
    }

    @Test
    void pagesOfABoardComeFromTheCaptureOfTheFirst() {
        boards.ingest(MONDAY, Leaderboards.stats(3, field(25)));
        List<String> walked = new ArrayList<>();
        GetEntries.EntryPage page = boards.entries.handle(new GetEntries(3, MONDAY, 10, 0));
        page.items().forEach(item -> walked.add(item.playerName()));
        boards.ingest(MONDAY + HOUR, Leaderboards.stats(3, "1;new;5000|" + field(25)));
        while (page.nextCursor() != null) {
            page = boards.entries.handle(new GetEntries(3, 0, 10, 0, page.nextCursor()));
            page.items().forEach(item -> walked.add(item.playerName()));
        }
        assertThat(walked)
                .isEqualTo(IntStream.rangeClosed(1, 25).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void aReplacedCaptureEndsItsPagesInsteadOfMixingThem() {
        boards.ingest(MONDAY, Leaderboards.stats(3, field(25)));
        String cursor = boards.entries.handle(new GetEntries(3, MONDAY, 10, 0)).nextCursor();
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;new;5000|" + field(25)));
        assertThatThrownBy(() -> boards.entries.handle(new GetEntries(3, 0, 10, 0, cursor)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT));
        for (String bad : List.of("", "x", "!!", "ZS4xLjI", new EntriesCursor(3, MONDAY, 2, -1).text())) {
            assertThatThrownBy(() -> boards.entries.handle(new GetEntries(3, 0, 10, 0, bad)))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> boards.entries.handle(new GetEntries(4, 0, 10, 0, cursor)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void newCapturesDoNotMoveThePagesOfAHistory() {
        for (int hour = 0; hour < 5; hour++) {
            boards.ingest(MONDAY + hour * HOUR, Leaderboards.stats(3, "1;Mira;1") + Leaderboards.stats(5, "1;Mira;1"));
        }
        var first = boards.history.handle(new GetPlayerHistory("Mira", null, 3));
        boards.ingest(MONDAY + 9 * HOUR, Leaderboards.stats(3, "1;Mira;1"));
        var second = boards.history.handle(new GetPlayerHistory("Mira", null, 100, first.nextCursor()));
        assertThat(second.nextCursor()).isNull();
        assertThat(second.items()).hasSize(7);
        assertThat(second.items().getFirst().leaderboard()).isEqualTo(5);
        assertThat(second.items().getFirst().createdAt()).isEqualTo(MONDAY + 3 * HOUR);
        assertThat(first.items())
                .extracting(Object::toString)
                .doesNotContainAnyElementsOf(
                        second.items().stream().map(Object::toString).toList());
    }

    @Test
    void aRowIsFoundInAnyBlockOfALargeBoard() {
        boards.ingest(MONDAY, Leaderboards.stats(3, field(1_500)));
        for (int place : new int[] {1, 512, 513, 1_024, 1_500}) {
            assertThat(boards.history("p" + place, null, 5).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.rank()).isEqualTo(place))
                    .satisfies(item -> assertThat(item.score()).isEqualTo((long) 1000 - place));
        }
        assertThat(boards.page(3, MONDAY).items()).extracting(Entry::rank).contains(1000);
    }
}
