package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerHistory.Placing;
import dev.kiwi.api.leaderboard.GetPlayerProfile;
import dev.kiwi.api.leaderboard.GetTimestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is filed, replaced, rolled back or reset: every page and history is what the slow rules say. */
class AgreesWithNaiveTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final int[] BOARDS = {3, 4000, 32000}; // lifetime, weekly, daily
    private static final String[] NAMES = {
        "Mira", "MIRA", "Old Tom", "Bø", "İx", " pad ", "x", "X", "y", "z", "名前", "a1", "A1"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onRandomCaptures(long seed) throws Exception {
        Random random = new Random(seed);
        NaiveLeaderboards naive = new NaiveLeaderboards();
        List<Long> anchors = new ArrayList<>();
        try (Leaderboards boards = new Leaderboards()) {
            for (int step = 0; step < 25; step++) {
                long anchor = MONDAY + random.nextInt(-12, 12) * 43_200L + random.nextInt(2) * 3_600L;
                ParsedCapture capture = Leaderboards.parse(dump(random));
                if (random.nextInt(5) == 0) {
                    boards.begin(anchor, capture);
                    boards.rollback();
                    continue;
                }
                if (random.nextInt(12) == 0) {
                    boards.reset(random.nextBoolean());
                    naive.reset();
                }
                boards.ingest(anchor, capture);
                naive.ingest(anchor, capture);
                anchors.add(anchor);
                if (random.nextInt(3) == 0) {
                    boards.fold.run();
                }
                assertAgrees(boards, naive, anchors, random);
            }
        }
    }

    /** Malformed triples, a doubled name, two spellings, CR LF, a second line for a board, an orphan overlay. */
    @Test
    void onDumpsWithQuirks() throws Exception {
        NaiveLeaderboards naive = new NaiveLeaderboards();
        List<Long> anchors = new ArrayList<>();
        try (Leaderboards boards = new Leaderboards()) {
            for (int day = 0; day < 3; day++) {
                String dump = Leaderboards.stats(
                                3,
                                "1;Mira;" + (900 + day)
                                        + "|2;Tom;5|bogus|3;NoScore;|x;Rankless;5|;;;| 4;Mira;17 |5;A;B;C")
                        + Leaderboards.stats(4000, "1;Mira;9.5|2;MIRA;3\r").replace("9.5", "9." + day)
                        + Leaderboards.stats(4000, "1;LateMira;9")
                        + Leaderboards.stats(39999, "1;Nobody;5").replace("Cat_STATS", "Leaderboard_Category_Contests")
                        + Leaderboards.stats(32000, "1;x;1|1;y;1|1;X;0");
                long anchor = MONDAY + day * 86_400L;
                boards.ingest(anchor, dump);
                naive.ingest(anchor, Leaderboards.parse(dump));
                anchors.add(anchor);
            }
            assertAgrees(boards, naive, anchors, new Random(1));
            for (String name : naive.everybody()) {
                assertThat(boards.history(name, null, 500).items()).isEqualTo(naive.history(name, null, 500));
            }
            assertThat(boards.page(39999, MONDAY).total()).isZero();
        }
    }

    private static void assertAgrees(Leaderboards boards, NaiveLeaderboards naive, List<Long> anchors, Random random) {
        List<Long> all = naive.timestamps();
        assertThat(boards.timestamps.handle(new GetTimestamps(365)).items()).isEqualTo(all);
        assertThat(boards.timestamps
                        .handle(new GetTimestamps(365, all.getFirst()))
                        .items())
                .isEqualTo(all.subList(1, all.size()));
        for (int uuid : BOARDS) {
            for (long anchor : anchors) {
                int offset = random.nextInt(4);
                GetEntries.EntryPage page = boards.entries.handle(new GetEntries(uuid, anchor, 5, offset));
                assertThat(page)
                        .usingRecursiveComparison()
                        .ignoringFields("nextCursor")
                        .isEqualTo(naive.page(uuid, anchor, 5, offset));
            }
        }
        for (String name : NAMES) {
            int limit = 1 + random.nextInt(40);
            Integer uuid = random.nextBoolean() ? null : BOARDS[random.nextInt(BOARDS.length)];
            assertThat(boards.history(name, uuid, limit).items()).isEqualTo(naive.history(name, uuid, limit));
            assertThat(walked(boards, name, uuid, 1 + random.nextInt(7))).isEqualTo(naive.history(name, uuid, 9_999));
            assertThat(boards.profile.handle(new GetPlayerProfile(name, 0)).boards())
                    .containsExactlyInAnyOrderElementsOf(naive.totals(name));
        }
    }

    /** Page by page. */
    private static List<Placing> walked(Leaderboards boards, String name, @Nullable Integer uuid, int limit) {
        List<Placing> all = new ArrayList<>();
        String cursor = null;
        do {
            GetPlayerHistory.History page = boards.history.handle(new GetPlayerHistory(name, uuid, limit, cursor));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    private static String dump(Random random) {
        StringBuilder dump = new StringBuilder();
        for (int uuid : BOARDS) {
            if (random.nextInt(4) > 0) {
                StringBuilder rows = new StringBuilder("|");
                for (int i = random.nextInt(12); i > 0; i--) {
                    rows.append(random.nextInt(8)).append(';').append(NAMES[random.nextInt(NAMES.length)]);
                    rows.append(';')
                            .append(random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(100))
                            .append('|');
                }
                dump.append(Leaderboards.stats(uuid, rows.toString()));
            }
        }
        return dump.toString();
    }
}
