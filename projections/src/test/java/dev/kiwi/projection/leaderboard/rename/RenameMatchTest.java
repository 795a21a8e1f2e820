package dev.kiwi.projection.leaderboard.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.projection.leaderboard.rename.RenameMatch.Match;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** leaderboards.md 18, with figures worked out by hand. */
class RenameMatchTest {
    private static final Map<String, Integer> NUMBERS = Map.of("Tom", 1, "Mira", 2, "Mirabelle", 3, "Ada", 4);

    private static BoardRows board(String triples) {
        try {
            ParsedCapture capture = LeaderBotParser.parse(new ByteArrayInputStream(
                    ("a$b$7 = BOARD$STATS##" + triples + "\n").getBytes(StandardCharsets.UTF_8)));
            int[] ids = IntStream.range(0, capture.names())
                    .map(n -> NUMBERS.getOrDefault(capture.name(n), 0))
                    .toArray();
            return BoardRows.of(capture.boards().getFirst(), ids);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BitSet players(String... names) {
        BitSet players = new BitSet();
        for (String name : names) {
            players.set(NUMBERS.getOrDefault(name, 0));
        }
        return players;
    }

    /** Mira is gone and Mirabelle has come; Tom stays. @param scores of hers on two boards, as a dump writes them */
    private static List<Match> matches(double drift, String... scores) {
        RenameSettings settings = new RenameSettings(true, 5400, 2, drift, 1000, 0.5, Set.of());
        RenameMatch match = new RenameMatch(settings, players("Tom", "Mira"), players("Tom", "Mirabelle"));
        match.compare(3, board("1;Tom;9000|2;Mira;3000"), board("1;Tom;9000|2;Mirabelle;" + scores[0]));
        match.compare(4, board("1;Tom;9000|2;Mira;4000.1"), board("1;Tom;9000|2;Mirabelle;" + scores[1]));
        return match.matches();
    }

    @Test
    void withoutDriftTheSameScoresAreAsTightAsCanBe() {
        assertThat(matches(0, "3000", "4000.1")).singleElement().satisfies(match -> {
            assertThat(match.from()).isEqualTo(2);
            assertThat(match.to()).isEqualTo(3);
            // (1 - 0.5²) · 1 · 1 · 1
            assertThat(match.confidence()).isEqualTo(0.75);
        });
    }

    @Test
    void scoresOfNothingSayNothingWhateverTheLeastIs() {
        RenameSettings settings = new RenameSettings(true, 5400, 2, 0.02, 0, 0.5, Set.of());
        RenameMatch match = new RenameMatch(settings, players("Mira"), players("Mirabelle"));
        match.compare(3, board("2;Mira;0"), board("2;Mirabelle;0"));
        match.compare(4, board("2;Mira;0"), board("2;Mirabelle;0"));
        assertThat(match.matches()).isEmpty();
    }

    @Test
    void withoutDriftAScoreThatRoseIsAnother() {
        assertThat(matches(0, "3000.01", "4000.1")).isEmpty();
        assertThat(matches(0.02, "3000.01", "4000.1")).hasSize(1);
    }

    @Test
    void withDriftWhoRoseToTheLimitIsLeastTight() {
        // 0.75 · 0.55 is below the floor; half of the limit is 0.75 (0.55 + 0.45 · 0.75).
        assertThat(matches(0.02, "3060", "4080.102")).isEmpty();
        assertThat(matches(0.02, "3030", "4000.1"))
                .singleElement()
                .satisfies(match -> assertThat(match.confidence()).isEqualTo(0.6656));
    }

    @Test
    void twoWhoMatchEquallyWellAreNoMatch() {
        RenameSettings settings = new RenameSettings(true, 5400, 2, 0, 1000, 0.5, Set.of());
        RenameMatch match = new RenameMatch(settings, players("Tom", "Mira"), players("Tom", "Mirabelle", "Ada"));
        for (int uuid : new int[] {3, 4}) {
            match.compare(uuid, board("1;Tom;9000|2;Mira;3000"), board("1;Tom;9000|2;Mirabelle;3000|2;Ada;3000"));
        }
        assertThat(match.matches()).isEmpty();
    }
}
