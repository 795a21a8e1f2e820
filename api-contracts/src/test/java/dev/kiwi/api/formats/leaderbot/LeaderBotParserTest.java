package dev.kiwi.api.formats.leaderbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules P1 to P18 of leaderboards.md 2, one by one. */
class LeaderBotParserTest {
    private static final String HEAD = "Id$Cat$7001 = WOLVES$STATS##";

    private static ParsedCapture parse(String dump) {
        return parse(dump.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedCapture parse(byte[] bytes) {
        LeaderBotParser parser = new LeaderBotParser();
        parser.feed(bytes, 0, bytes.length);
        return parser.finish();
    }

    private static List<Integer> uuids(String dump) {
        return parse(dump).boards().stream().map(ParsedBoard::uuid).toList();
    }

    /** Entries of a board as {@code rank;name;score}. */
    private static List<String> rows(String entries) {
        return rows(parse(HEAD + entries));
    }

    private static List<String> rows(ParsedCapture capture) {
        return SlowLeaderBotParser.view(capture).getFirst().entries().stream()
                .map(t -> t.rank() + ";" + t.player() + ";" + t.score())
                .toList();
    }

    @Test
    void readsTheSample() {
        ParsedCapture capture = parse("""
                # anything that does not look like a board is noise
                done = true
                Leaderboard_StatsWolves$Leaderboard_Category_Stats$7001 = WOLVES PETTED$STATS##1;Mira;912|2;Old Tom;880.5|3;Bø;12
                Leaderboard_StatsWolves$Leaderboard_Category_Contests$7001 = WOLVES PETTED$CONTESTS##1;Mira;912|2;Old Tom;880.5|3;Bø;12
                Leaderboard_StatsWolves$Leaderboard_Category_Favorites$7001 = WOLVES PETTED$FAVORITES##1;Mira;912
                """);
        ParsedBoard board = capture.boards().getFirst();
        assertThat(capture.boards()).hasSize(1);
        assertThat(board.nameId()).isEqualTo("Leaderboard_StatsWolves");
        assertThat(board.categoryId()).isEqualTo("Leaderboard_Category_Stats");
        assertThat(board.contest()).isEqualTo(Contest.WEEKLY);
        assertThat(rows(capture)).containsExactly("1;Mira;912.0", "2;Old Tom;880.5", "3;Bø;12.0");
        assertThat(capture.names()).isEqualTo(3);
        assertThat(capture.entries()).isEqualTo(3);
    }

    @Test
    @DisplayName("P1: one blank on each side of the equals sign, at a line start")
    void separator() {
        assertThat(uuids("a$b$1=c$d##1;x;1\na$b$1  = c$d##1;x;1\nx\ra$b$1 = c$d##1;x;1\na$b$2 = c$d##1;x;1"))
                .containsExactly(2);
    }

    @Test
    @DisplayName("P2: CR LF ends a line")
    void carriageReturn() {
        assertThat(rows("1;Mira;9\r\n")).containsExactly("1;Mira;9.0");
    }

    @Test
    @DisplayName("P3: only LF starts a line")
    void exoticLineBreaks() {
        assertThat(rows("1;a\u2028b\u0085c\u000bd\fe;9")).containsExactly("1;a\u2028b\u0085c\u000bd\fe;9.0");
        assertThat(uuids("x\u2028" + HEAD + "1;a;1")).containsExactly(7001);
    }

    @Test
    @DisplayName("P4: nothing after ## is no board")
    void emptyBoard() {
        assertThat(uuids(HEAD + "\n" + "I$C$5 = N$K##")).isEmpty();
    }

    @Test
    @DisplayName("P5: uuids are 31-bit and not negative")
    void uuidRange() {
        assertThat(uuids("a$b$-5 = c$d##1;x;1\na$b$2147483648 = c$d##1;x;1\na$b$2147483647 = c$d##1;x;1"))
                .containsExactly(2147483647);
    }

    @Test
    @DisplayName("P6: favourites are dropped first")
    void favourites() {
        assertThat(uuids("a$b$9 = c$ Favorites ##1;x;1\n" + HEAD + "1;x;1\na$b$9 = c$d##1;x;1"))
                .containsExactly(7001, 9);
    }

    @Test
    @DisplayName("P7, P8: the first overlay wins, wherever it stands; by case")
    void overlays() {
        String daily = "a$Leaderboard_Category_Contests_Daily$7001 = c$CONTESTS##1;z;1\n";
        String weekly = "a$Leaderboard_Category_Contests$7001 = c$CONTESTS##1;z;1\n";
        String other = "a$leaderboard_category_contests$7002 = c$CONTESTS##1;z;1\n";
        ParsedCapture capture = parse(daily + HEAD + "1;x;1\n" + weekly + other);
        assertThat(capture.boards()).extracting(ParsedBoard::contest).containsExactly(Contest.DAILY, null);
        assertThat(rows(capture)).containsExactly("1;x;1.0");
    }

    @Test
    @DisplayName("P9: the first ordinary line wins, whole")
    void firstLineWins() {
        ParsedCapture capture = parse(HEAD + "1;x;1\nOther$Cat$7001 = OTHER$K##1;y;2\n");
        assertThat(capture.boards()).extracting(ParsedBoard::name).containsExactly("WOLVES");
        assertThat(rows(capture)).containsExactly("1;x;1.0");
    }

    @Test
    @DisplayName("P10: an overlay alone is dropped and reported")
    void orphanOverlay() {
        ParsedCapture capture = parse("a$Leaderboard_Category_Contests$5 = c$K##1;z;1\n");
        assertThat(capture.boards()).isEmpty();
        assertThat(capture.orphanOverlays()).containsExactly(5);
    }

    @Test
    @DisplayName("P11: order of first appearance, overlays included")
    void order() {
        assertThat(uuids("a$Leaderboard_Category_Contests$5 = c$K##1;z;1\n" + HEAD + "1;x;1\na$b$5 = c$d##1;x;1"))
                .containsExactly(5, 7001);
    }

    @Test
    @DisplayName("P12: the name is untrimmed, the category trimmed and may hold a dollar sign")
    void verbatim() {
        ParsedBoard board = parse("a$ b $5 =  c $ d$e ##1;z;1").boards().getFirst();
        assertThat(List.of(board.nameId(), board.categoryId(), board.name(), board.category()))
                .containsExactly("a", " b ", " c ", "d$e");
    }

    @Test
    @DisplayName("P13: one bad chunk never spoils its board")
    void badChunks() {
        assertThat(rows("bogus|1;a;1||;;;|2;b| 3;c;3 |4;d;4;x")).containsExactly("1;a;1.0", "3;c;3.0");
    }

    @Test
    @DisplayName("P14: ranks of any magnitude to 2^31-1, no inner blanks")
    void ranks() {
        assertThat(rows("10000;a;1|2147483647;b;1|2147483648;c;1|1 ;d;1| 7;e;1|-1;f;1|x;g;1"))
                .containsExactly("10000;a;1.0", "2147483647;b;1.0", "7;e;1.0");
    }

    @Test
    @DisplayName("P15: players verbatim, not empty")
    void players() {
        assertThat(rows("1; a b ;1|2;;1|3;$#=;1")).containsExactly("1; a b ;1.0", "3;$#=;1.0");
    }

    @Test
    @DisplayName("P16: scores are finite decimals")
    void scores() {
        assertThat(rows("1;a; +1.5e2 |2;b;-0.0|3;c;NaN|4;d;1e999|5;e;|6;f;0x1p3|7;g;1d|8;h;.5|9;i;9007199254740992"))
                .containsExactly("1;a;150.0", "2;b;0.0", "8;h;0.5", "9;i;9.007199254740992E15");
    }

    @Test
    @DisplayName("P17, P18: doubles, spellings and ranks are kept as given")
    void duplicates() {
        assertThat(rows("5;a;1|5;A;2|1;a;3")).containsExactly("5;a;1.0", "5;A;2.0", "1;a;3.0");
    }

    @Test
    void replacesBadBytes() {
        byte[] bytes = (HEAD + "1;a?b;1").getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 4] = (byte) 0xff;
        assertThat(rows(parse(bytes))).containsExactly("1;a\uFFFDb;1.0");
    }
}
