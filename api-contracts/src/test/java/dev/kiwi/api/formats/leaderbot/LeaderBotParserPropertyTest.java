package dev.kiwi.api.formats.leaderbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On any dump, cut anywhere and spoilt anyhow, the fast parser reads what the grammar says. */
class LeaderBotParserPropertyTest {

    @Property(tries = 1500)
    void readsWhatTheGrammarSays(@ForAll("dumps") String dump, @ForAll Random cuts) {
        assertAgrees(dump.getBytes(StandardCharsets.UTF_8), cuts);
    }

    @Property(tries = 1500)
    void readsSpoiltDumpsAsTheGrammarSays(@ForAll("dumps") String dump, @ForAll Random random) {
        byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
        byte[] salt = "$#;|= \n\r\0\t-+.eE09\u00e9\u2028".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? salt[random.nextInt(salt.length)] : (byte) random.nextInt(256);
        }
        assertAgrees(bytes, random);
    }

    private static void assertAgrees(byte[] dump, Random cuts) {
        LeaderBotParser parser = new LeaderBotParser();
        int at = 0;
        while (at < dump.length) {
            int next = Math.min(dump.length, at + 1 + cuts.nextInt(cuts.nextBoolean() ? 3 : 40));
            // A copy: the parser must not keep what it was lent.
            byte[] piece = java.util.Arrays.copyOfRange(dump, at, next);
            parser.feed(piece, 0, piece.length);
            java.util.Arrays.fill(piece, (byte) '|');
            at = next;
        }
        assertThat(SlowLeaderBotParser.view(parser.finish())).isEqualTo(SlowLeaderBotParser.parse(dump));
    }

    @Provide
    Arbitrary<String> dumps() {
        return lines().list().ofMaxSize(8).map(lines -> String.join("", lines));
    }

    private Arbitrary<String> lines() {
        Arbitrary<String> uuid =
                Arbitraries.of("7", "8", "9", "9", "007", "-5", "2147483647", "2147483648", "99999999999999999999");
        Arbitrary<String> categoryId = Arbitraries.of(
                "Cat",
                "Cat_Other",
                "Leaderboard_Category_Contests",
                "Leaderboard_Category_Contests_Daily",
                "leaderboard_category_contests");
        Arbitrary<String> name = Arbitraries.of("WOLVES", " padded ", "A#1", "A = B", "\u2028", "x");
        Arbitrary<String> category = Arbitraries.of("STATS", "FAVORITES", " favorites ", "A$B", "STATS ", "F");
        Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r\n", "", "\n\n");
        Arbitrary<String> entries = triples().list().ofMaxSize(6).map(t -> String.join("|", t));
        Arbitrary<String> board = Combinators.combine(uuid, categoryId, name, category, entries, end)
                .as((u, c, n, k, e, l) -> "id" + u + "$" + c + "$" + u + " = " + n + "$" + k + "##" + e + l);
        Arbitrary<String> noise = Arbitraries.of(
                "# remark\n",
                "done = true\n",
                "\n",
                "\r\n",
                "a$b$1=c$d##1;x;1\n",
                "a$b$1 =  $d##1;y;1\n",
                "a$b$1 = c$#d##1;x;1\n",
                "a$b$1 = c$d#1;x;1\n",
                "a$b$1 = c$d###1;x;1\n",
                "$b$1 = c$d##1;x;1\n",
                "a$$1 = c$d##1;x;1\n",
                "a\rb$c$1 = c$d##1;x;1\n");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, board), net.jqwik.api.Tuple.of(1, noise));
    }

    private Arbitrary<String> triples() {
        Arbitrary<String> rank = Arbitraries.of(
                "1",
                "2",
                "10000",
                "0",
                "00012",
                "2147483647",
                "2147483648",
                "99999999999999999999",
                "",
                " 3",
                "3 ",
                "x",
                "-1",
                "٣");
        Arbitrary<String> player =
                Arbitraries.of("Mira", "MIRA", "Old Tom", " Bø ", "", "\u0085x", "İ", "a\u000bb", "名前", "#$=");
        Arbitrary<String> score = Arbitraries.oneOf(
                Arbitraries.of(
                        "0",
                        "-0.0",
                        "912",
                        " 880.5 ",
                        "1e3",
                        "1E-2",
                        "+.5",
                        "5.",
                        ".",
                        "e5",
                        "NaN",
                        "Infinity",
                        "1e999",
                        "0x1p3",
                        "1d",
                        "1_0",
                        "",
                        "9007199254740993",
                        "123456789012345678901234567890",
                        "0.1",
                        "4.35",
                        "1e",
                        "1e+",
                        "--1"),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.longs().map(String::valueOf));
        return Combinators.combine(
                        Arbitraries.of("", " ", "\t"), rank, player, score, Arbitraries.of("", "", "", " ", ";", ";x"))
                .as((b, r, p, s, e) -> b + r + ";" + p + ";" + s + e);
    }
}
