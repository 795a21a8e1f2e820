package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.ListRenames.Rename;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** leaderboards.md 18: captures filed, renames found. */
class RenamesTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final long HOUR = 3_600;
    private final Leaderboards boards = new Leaderboards();

    @AfterEach
    void close() throws Exception {
        boards.close();
    }

    /** Three lifetime boards and a weekly one: a crowd that stays, and one player. */
    private void file(long anchor, String name, double factor) {
        StringBuilder dump = new StringBuilder();
        for (int uuid : new int[] {3, 4, 9, 4000}) {
            String crowd = IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> i + ";p" + i + ";" + (100_000 - 3_000 * i))
                    .collect(Collectors.joining("|"));
            dump.append(Leaderboards.stats(uuid, crowd + "|21;" + name + ";" + uuid * 1_000 * factor));
        }
        boards.ingest(anchor, dump.toString());
    }

    private List<Rename> found() {
        boards.renames.run();
        return boards.listRenames().renames();
    }

    @Test
    void whoseScoresGoOnUnderAnotherNameWasRenamed() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1.001);
        assertThat(found()).singleElement().satisfies(rename -> {
            assertThat(rename.fromName()).isEqualTo("Mira");
            assertThat(rename.toName()).isEqualTo("Mirabelle");
            assertThat(rename.fromAnchor()).isEqualTo(MONDAY);
            assertThat(rename.toAnchor()).isEqualTo(MONDAY + HOUR);
            assertThat(rename.matchedBoards()).isEqualTo(3);
            assertThat(rename.evidence()).allMatch(board -> board.candidates() == 1);
            // (1 - 0.5³) (0.55 + 0.45 · 0.95) · 1 · 1
            assertThat(rename.confidence()).isEqualTo(0.8553);
        });
        assertThat(boards.renames.run()).startsWith("0");
        assertThat(boards.listRenames().total()).isEqualTo(1);
        assertThat(boards.listRenames().rows()).singleElement().satisfies(row -> {
            assertThat(row.fromName()).isEqualTo("Mira");
            assertThat(row.toAnchor()).isEqualTo(MONDAY + HOUR);
            assertThat(row.matchedBoards()).isEqualTo(3);
        });
    }

    @Test
    void aPlayerIsFoundByTheOldNameAndByTheNewOne() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        assertThat(found()).hasSize(1);
        assertThat(boards.listRenames(" MIRA ").renames()).hasSize(1);
        assertThat(boards.listRenames("mirabelle").total()).isEqualTo(1);
        assertThat(boards.listRenames("Mir").renames()).isEmpty();
    }

    @Test
    void neitherALargeRiseNorALongGapIsARename() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Faster", 1.5);
        file(MONDAY + 4 * HOUR, "Later", 1.5);
        assertThat(found()).isEmpty();
    }

    @Test
    void aResetForgetsThem() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        assertThat(found()).hasSize(1);
        boards.reset(false);
        assertThat(found()).isEmpty();
    }

    @Test
    void aResetForgetsThemEvenWhenTheSameAnchorIsFiledBeforeAnybodyLooks() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        assertThat(found()).hasSize(1);
        boards.reset(false);
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mira", 1);
        assertThat(found()).isEmpty();
    }

    @Test
    void aResetForgetsThemWhileTheyAreSwitchedOff() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        assertThat(found()).hasSize(1);
        boards.renamesEnabled = false;
        assertThat(boards.renames.run()).isEqualTo("switched off");
        assertThat(boards.listRenames().renames()).hasSize(1);
        boards.reset(false);
        assertThat(found()).isEmpty();
    }

    @Test
    void capturesThatWereFiledLateAreComparedWithBothNeighbours() {
        file(MONDAY + 2 * HOUR, "Mirabelle", 1);
        file(MONDAY + 6 * HOUR, "Mirabelle", 1);
        assertThat(found()).isEmpty();
        file(MONDAY + HOUR, "Mira", 1);
        assertThat(found()).extracting(Rename::toAnchor).containsExactly(MONDAY + 2 * HOUR);
        file(MONDAY + 5 * HOUR, "Ada", 1);
        assertThat(found()).extracting(Rename::fromName).containsExactly("Ada", "Mira");
    }

    @Test
    void whatWasFoundInACaptureThatIsReplacedIsFoundAnew() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        file(MONDAY + 2 * HOUR, "Mirabelle", 1);
        assertThat(found()).extracting(Rename::toName).containsExactly("Mirabelle");
        file(MONDAY + HOUR, "Mirella", 1);
        assertThat(found()).extracting(Rename::toName).containsExactly("Mirabelle", "Mirella");
        boards.ingest(MONDAY + HOUR, "no board");
        assertThat(found()).isEmpty();
    }

    @Test
    void aCaptureBetweenTwoOthersPartsThem() {
        file(MONDAY, "Mira", 1);
        file(MONDAY + HOUR, "Mirabelle", 1);
        assertThat(found()).hasSize(1);
        file(MONDAY + HOUR / 2, "Mirabelle", 1);
        assertThat(found()).extracting(Rename::toAnchor).containsExactly(MONDAY + HOUR / 2);
    }

    @Test
    void aLongHistoryIsComparedInOneRun() {
        for (int hour = 0; hour < 60; hour++) {
            file(MONDAY + hour * HOUR, hour < 30 ? "Mira" : "Mirabelle", 1);
        }
        assertThat(found()).extracting(Rename::toAnchor).containsExactly(MONDAY + 30 * HOUR);
    }
}
