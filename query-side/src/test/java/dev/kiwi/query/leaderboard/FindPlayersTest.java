package dev.kiwi.query.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.leaderboard.FindPlayers;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** web.md D.3: players by how their names begin. */
class FindPlayersTest {
    private static final long MONDAY = 1_780_916_400L; // 2026-06-08 11:00 UTC
    private static final String LONG = "x".repeat(60);
    private final Leaderboards boards = new Leaderboards();

    @AfterEach
    void close() throws Exception {
        boards.close();
    }

    private List<String> found(String prefix, int limit) {
        return new FindPlayersHandler(boards.jdbc)
                .handle(new FindPlayers(prefix, limit)).items().stream()
                        .map(FoundPlayer::name)
                        .toList();
    }

    @Test
    void findsWhatBeginsSoInTheOrderOfNames() {
        boards.ingest(MONDAY, Leaderboards.stats(4000, "1;Mirabelle;9|2;mira;8|3;Tom;7|4;Émir;6|5;MiraZ;5|6;Miro;4"));
        assertThat(found("MIRA", 8)).containsExactly("mira", "Mirabelle", "MiraZ");
        assertThat(found(" mira ", 2)).containsExactly("mira", "Mirabelle");
        assertThat(found("éM", 8)).containsExactly("Émir");
        assertThat(found("ira", 8)).isEmpty();
    }

    @Test
    void whatStandsForAnythingElsewhereStandsForItselfHere() {
        boards.ingest(MONDAY, Leaderboards.stats(4000, "1;a_b;9|2;axb;8|3;a%;7|4;a\\;6"));
        assertThat(found("a_", 8)).containsExactly("a_b");
        assertThat(found("a%", 8)).containsExactly("a%");
        assertThat(found("a\\", 8)).containsExactly("a\\");
    }

    @Test
    void namesBeyondTheLengthOfTheIndexAreFoundToo() {
        boards.ingest(MONDAY, Leaderboards.stats(4000, "1;" + LONG + "a;9|2;" + LONG + "b;8"));
        assertThat(found(LONG + "B", 8)).containsExactly(LONG + "b");
        assertThat(found(LONG, 8)).hasSize(2);
    }

    @Test
    void readsTheIndexAlone() {
        // So few rows are read otherwise than many.
        boards.jdbc.sql("set enable_seqscan = off").update();
        boards.jdbc.sql("set enable_bitmapscan = off").update();
        String plan = String.join("\n", boards.jdbc.sql("""
                                explain select name from leaderboards.player
                                where left(name_lower, 40) collate "C" >= 'mi' and left(name_lower, 40) collate "C" < 'mj'
                                order by left(name_lower, 40) collate "C" limit 8""").query(String.class).list());
        assertThat(plan).contains("player_prefix").doesNotContain("Sort");
    }
}
