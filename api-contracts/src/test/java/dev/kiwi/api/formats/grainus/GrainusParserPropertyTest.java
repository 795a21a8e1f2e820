package dev.kiwi.api.formats.grainus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On any scrape, cut anywhere and spoilt anyhow, the streaming parser reads what the grammar says. */
class GrainusParserPropertyTest {

    @Property(tries = 1500)
    void readsWhatTheGrammarSays(@ForAll("scrapes") String scrape, @ForAll Random cuts) {
        assertAgrees(scrape.getBytes(StandardCharsets.UTF_8), cuts);
    }

    @Property(tries = 1500)
    void readsSpoiltScrapesAsTheGrammarSays(@ForAll("scrapes") String scrape, @ForAll Random random) {
        byte[] bytes = scrape.getBytes(StandardCharsets.UTF_8);
        byte[] salt = ";;,\r\n 0919afAF-\0\u00e9\u2028".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextBoolean() ? salt[random.nextInt(salt.length)] : (byte) random.nextInt(256);
        }
        assertAgrees(bytes, random);
    }

    private static void assertAgrees(byte[] scrape, Random cuts) {
        GrainusParser parser = new GrainusParser();
        int at = 0;
        while (at < scrape.length) {
            int next = Math.min(scrape.length, at + 1 + cuts.nextInt(cuts.nextBoolean() ? 3 : 60));
            // A copy: the parser must not keep what it was lent.
            byte[] piece = Arrays.copyOfRange(scrape, at, next);
            parser.feed(piece, 0, piece.length);
            Arrays.fill(piece, (byte) ';');
            at = next;
        }
        assertThat(parser.finish()).isEqualTo(SlowGrainusParser.parse(scrape));
    }

    @Provide
    Arbitrary<String> scrapes() {
        return listings().list().ofMaxSize(8).map(listings -> String.join("", listings));
    }

    private Arbitrary<String> listings() {
        Arbitrary<String> id = Arbitraries.of(
                "9f1c2e40-6b1d-11f1-8a55-0242ac120002",
                "9F1C2E40-6B1D-11F1-8A55-0242AC120002",
                "00000000-0000-0000-0000-000000000000",
                "ff9f1c2e41-6b1d-11f1-8a55-0242ac120002",
                "9f1c2e4-06b1d-11f1-8a55-0242ac1200020",
                "9f1c2e406b1d11f18a550242ac120002",
                "9f1c2e42-6b1d-11f1-8a55-0242ac12000g",
                "٣f1c2e42-6b1d-11f1-8a55-0242ac120002",
                "x");
        Arbitrary<String> name = Arbitraries.of(
                "Glim", " Sun Sap ", "a,b", "", " ", "Ünï", "9f1c2e43-6b1d-11f1-8a55-0242ac120002", "7", "\0");
        Arbitrary<String> type = Arbitraries.of("", " ", "Material", "Key", "12", "a;b");
        Arbitrary<String> stack = Arbitraries.of("1", "250", "9999", "0", "0000", "10000", "", "x", " 1", "٣");
        Arbitrary<String> price = Arbitraries.of(
                "1",
                "99",
                "50000000",
                "50000001",
                "999999999",
                "0",
                "000000007",
                "1234567890",
                "00000000012",
                "",
                "-1",
                "7x");
        Arbitrary<String> end = Arbitraries.of(",", ",\n", "\n", "\r\n", "", ";", " ");
        return Combinators.combine(id, name, type, stack, price, end)
                .as((i, n, t, s, p, e) -> i + ";" + n + ";" + t + ";" + s + ";" + p + e);
    }
}
