package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.BoardInfo;
import dev.kiwi.api.leaderboard.GetBoard;
import dev.kiwi.api.leaderboard.GetBoard.ContestMark;
import dev.kiwi.api.leaderboard.GetBoards;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetEntries.Comparison;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.GetTotals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Captures filed, answers read: leaderboards.md 4, 5, 9 and 10. */
class LeaderboardReadsTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final long DAY = 86_400;
    private final Leaderboards boards = new Leaderboards();

    @AfterEach
    void close() throws Exception {
        boards.close();
    }

    @Test
    void comparesWithTheLastCaptureOfAnEarlierTroveDay() {
        boards.ingest(MONDAY - 3600, Leaderboards.stats(3, "1;Mira;10|2;Tom;7.5|3;Gone;1"));
        boards.ingest(MONDAY + 60, Leaderboards.stats(3, "1;Tom;8|2;Mira;8"));
        boards.ingest(MONDAY + 3600, Leaderboards.stats(3, "1;Tom;9.5|2;mira;11|3;New;1"));

        GetEntries.EntryPage page = boards.page(3, MONDAY + 3600);

        assertThat(page.comparison()).isEqualTo(new Comparison(true, MONDAY - 3600, "ok"));
        assertThat(page.items())
                .containsExactly(
                        new Entry(1, "Tom", 9.5, 2, 7.5, 1, 2L, false),
                        new Entry(2, "mira", 11L, 1, 10L, -1, 1L, false),
                        new Entry(3, "New", 1L, null, null, null, null, true));
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void neverComparesAcrossAReset() {
        for (long anchor : new long[] {MONDAY - 60, MONDAY + 60, MONDAY + DAY + 60}) {
            boards.ingest(anchor, Leaderboards.stats(4000, "1;a;1") + Leaderboards.stats(32000, "1;a;1"));
        }
        assertThat(boards.page(4000, MONDAY + 60).comparison())
                .isEqualTo(new Comparison(false, MONDAY - 60, "crossed_reset"));
        assertThat(boards.page(4000, MONDAY + DAY + 60).comparison())
                .isEqualTo(new Comparison(true, MONDAY + 60, "ok"));
        assertThat(boards.page(32000, MONDAY + DAY + 60).comparison())
                .isEqualTo(new Comparison(false, MONDAY + 60, "crossed_reset"));
        assertThat(boards.page(4000, MONDAY - 60).comparison())
                .isEqualTo(new Comparison(false, null, "no_prior_snapshot"));
        assertThat(boards.page(4000, MONDAY - 60).items().getFirst().isNew()).isFalse();
    }

    @Test
    void answersAnUnknownBoardOrAnchorWithAnEmptyPage() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;a;1"));
        assertThat(boards.page(999_999, MONDAY).items()).isEmpty();
        assertThat(boards.page(3, MONDAY + 60).total()).isZero();
        assertThat(boards.boards.handle(new GetBoards(MONDAY + 60)).items()).isEmpty();
        assertThatThrownBy(() -> boards.board.handle(new GetBoard(999_999)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void pagesEndWhereTheBoardEnds() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;a;1|2;b;1|3;c;1"));
        assertThat(boards.entries.handle(new GetEntries(3, MONDAY, 2, 2)).items())
                .extracting(Entry::playerName)
                .containsExactly("c");
        assertThat(boards.entries
                        .handle(new GetEntries(3, MONDAY, 1000, Integer.MAX_VALUE))
                        .items())
                .isEmpty();
    }

    @Test
    void listsBoardsWithEntriesInByteOrder() {
        boards.ingest(
                MONDAY,
                Leaderboards.board(5, "b", "STATS", "1;x;1")
                        + Leaderboards.board(1100, "Z", "STATS", "1;x;1")
                        + Leaderboards.board(7, "É", "META", "1;x;1")
                        + Leaderboards.board(8, "void", "META", "bogus")
                        + Leaderboards.stats(9, "1;x;1").replace("Cat_STATS", "Leaderboard_Category_Contests")
                        + Leaderboards.stats(9, "1;x;1"));
        var list = boards.boards.handle(new GetBoards(MONDAY));
        assertThat(list.items()).extracting(BoardInfo::uuid).containsExactly(7, 9, 1100, 5);
        assertThat(list.items()).extracting(BoardInfo::contestType).containsExactly(null, "weekly", null, null);
        assertThat(list.items()).extracting(BoardInfo::playerBoard).containsExactly(true, true, false, true);
        assertThat(list.count()).isEqualTo(4);
        assertThat(boards.board.handle(new GetBoard(8)).name()).isEqualTo("void");
    }

    @Test
    void aLaterDumpRenamesTheBoardAndKeepsOldContestMarks() {
        String contest = Leaderboards.stats(9, "1;x;1").replace("Cat_STATS", "Leaderboard_Category_Contests_Daily");
        boards.ingest(MONDAY, contest + Leaderboards.stats(9, "1;x;1"));
        boards.ingest(MONDAY, Leaderboards.board(9, "RENAMED", "META", "1;x;1"));
        var board = boards.board.handle(new GetBoard(9));
        assertThat(board.name()).isEqualTo("RENAMED");
        assertThat(board.contests()).containsExactly(new ContestMark(MONDAY, "daily"));
        assertThat(board.contestType()).isNull();
    }

    @Test
    void filingTheSameDumpAgainChangesNoRow() {
        String dump = Leaderboards.stats(3, "1;Mira;10|2;Tom;7.5") + Leaderboards.stats(4, "1;Tom;1");
        boards.ingest(MONDAY, dump);
        String[] before = rows();
        boards.ingest(MONDAY, dump);
        assertThat(rows()).isEqualTo(before);
        assertThat(boards.history("tom", null, 50).items()).hasSize(2);
    }

    private String[] rows() {
        return new String[] {
            boards.checksum("player"),
            boards.checksum("player_capture"),
            boards.jdbc
                    .sql(
                            "select md5(string_agg(board_uuid || ':' || body, ',' order by board_uuid)) from leaderboards.board_capture")
                    .query(String.class)
                    .single()
        };
    }

    @Test
    void aReplacedCaptureIsNotServedFromMemory() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Mira;10|2;Tom;7"));
        assertThat(boards.page(3, MONDAY).items()).hasSize(2);
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Tom;8"));
        assertThat(boards.page(3, MONDAY).items()).containsExactly(Entry.plain(1, "Tom", 8, false));
        assertThat(boards.history("Mira", null, 50).items()).isEmpty();
    }

    @Test
    void readersSeeTheOldCaptureUntilTheNewOneCommits() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Mira;10"));
        boards.begin(MONDAY, Leaderboards.parse(Leaderboards.stats(3, "1;Tom;8")));
        assertThat(boards.page(3, MONDAY).items()).containsExactly(Entry.plain(1, "Mira", 10, false));
        boards.commit();
        assertThat(boards.page(3, MONDAY).items()).containsExactly(Entry.plain(1, "Tom", 8, false));
    }

    @Test
    void theLatestDumpGivesThePlayersSpelling() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;mira;10"));
        boards.ingest(MONDAY + 60, Leaderboards.stats(3, "1;MIRA;10|2;Mira;9"));
        assertThat(boards.page(3, MONDAY).items().getFirst().playerName()).isEqualTo("MIRA");
        assertThat(boards.history("  mIrA ", null, 50).items()).hasSize(3);
        boards.ingest(MONDAY + 120, Leaderboards.stats(3, "1;Mira;10"));
        assertThat(boards.page(3, MONDAY).items().getFirst().playerName()).isEqualTo("Mira");
    }

    @Test
    void aHistoryStopsAtItsLimitAndRunsByAnchorThenBoard() {
        for (int hour = 0; hour < 40; hour++) {
            boards.ingest(
                    MONDAY + hour * 3600,
                    Leaderboards.stats(4, "1;Mira;" + hour) + Leaderboards.stats(3, "1;Mira;" + hour));
        }
        var items = boards.history("Mira", null, 5).items();
        assertThat(items)
                .extracting(p -> p.createdAt() - MONDAY)
                .containsExactly(39 * 3600L, 39 * 3600L, 38 * 3600L, 38 * 3600L, 37 * 3600L);
        assertThat(items).extracting(p -> p.leaderboard()).containsExactly(3, 4, 3, 4, 3);
        assertThat(boards.history("Mira", 4, 500).items()).hasSize(40);
        assertThat(boards.history("nobody", null, 50).count()).isZero();
    }

    @Test
    void aNameOfAnyLengthFits() {
        String longName = "n".repeat(20_000);
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;" + longName + ";10"));
        assertThat(boards.history(longName, null, 50).items()).hasSize(1);
    }

    @Test
    void aResetForgetsCapturesAndPlayers() {
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Mira;10|2;Tom;7"));
        assertThat(boards.totals.handle(new GetTotals())).isEqualTo(new GetTotals.Totals(2, 1));
        boards.reset(false);
        assertThat(boards.timestamps.handle(new GetTimestamps(60)).items()).isEmpty();
        assertThat(boards.page(3, MONDAY).items()).isEmpty();
        assertThat(boards.totals.handle(new GetTotals())).isEqualTo(new GetTotals.Totals(0, 1));
        boards.ingest(MONDAY, Leaderboards.stats(3, "1;Tom;7"));
        assertThat(boards.history("tom", null, 50).items()).hasSize(1);
        boards.reset(true);
        assertThat(boards.totals.handle(new GetTotals())).isEqualTo(new GetTotals.Totals(0, 0));
    }
}
