package dev.kiwi.projection.leaderboard.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What goes in comes out, and the same content gives the same bytes. */
class PackedTest {
    record Line(int rank, int player, double score) {}

    @Property(tries = 150)
    void aBoardReadsAsItWasWritten(@ForAll("boards") List<Line> lines) {
        BoardRows rows = rows(lines);
        byte[] bytes = BoardBody.encode(rows);
        BoardBody body = BoardBody.of(bytes);

        assertThat(body.size()).isEqualTo(lines.size());
        assertThat(body.rows(0, lines.size())).isEqualTo(expected(lines));
        assertThat(BoardBody.encode(rows(lines))).isEqualTo(bytes);
    }

    @Property(tries = 100)
    void anyPageReadsAlone(@ForAll("boards") List<Line> lines, @ForAll int seed) {
        int from = Math.floorMod(seed, lines.size() + 1);
        int to = from + Math.floorMod(seed >> 8, 700);
        List<Row> all = expected(lines);
        assertThat(BoardBody.of(BoardBody.encode(rows(lines))).rows(from, to))
                .isEqualTo(all.subList(from, Math.min(to, all.size())));
    }

    @Property(tries = 100)
    void findGivesTheFirstRowOfEachPlayer(@ForAll("boards") List<Line> lines) {
        BitSet asked = new BitSet();
        lines.stream().filter(line -> line.player % 3 == 0).forEach(line -> asked.set(line.player));
        asked.set(999_999_9);
        List<Row> first = new ArrayList<>();
        BitSet seen = new BitSet();
        for (Row row : expected(lines)) {
            if (asked.get(row.player()) && !seen.get(row.player())) {
                seen.set(row.player());
                first.add(row);
            }
        }
        assertThat(BoardBody.of(BoardBody.encode(rows(lines))).find(asked)).isEqualTo(first);
    }

    @Property(tries = 50)
    void theIndexKnowsEveryPlaceOfEveryPlayer(@ForAll("boards") List<Line> one, @ForAll("boards") List<Line> other) {
        PlayerIndexBuilder builder = new PlayerIndexBuilder();
        builder.add(0, rows(one));
        builder.add(2_147_483_647, rows(other));
        Map<Integer, List<PlayerIndex.Place>> expected = new TreeMap<>();
        addPlaces(0, one, expected);
        addPlaces(2_147_483_647, other, expected);

        Map<Integer, List<PlayerIndex.Place>> found = new TreeMap<>();
        for (PlayerIndexBuilder.Bucket bucket : builder.build()) {
            for (int player = bucket.bucket() * 64; player < bucket.bucket() * 64 + 64; player++) {
                List<PlayerIndex.Place> places = PlayerIndex.places(bucket.body(), player);
                assertThat((bucket.present() & PlayerIndex.bit(player)) != 0).isEqualTo(!places.isEmpty());
                if (!places.isEmpty()) {
                    found.put(player, places);
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void keepsIntegersUpToTwoToThe53AndOddDoubles() {
        double[] odd = {
            9007199254740992.0, 9007199254740991.0, 0.1, 1e-300, Double.MAX_VALUE, Double.MIN_VALUE, -4.35, 0, 1 / 3.0
        };
        for (double a : odd) {
            for (double b : odd) {
                List<Line> lines = List.of(new Line(1, 5, a), new Line(2, 6, b));
                assertThat(BoardBody.of(BoardBody.encode(rows(lines))).rows(0, 2))
                        .isEqualTo(expected(lines));
            }
        }
    }

    @Test
    void wholeScoresOfAFullBoardTakeUnderFourBytes() {
        List<Line> lines = IntStream.range(0, 20_000)
                .mapToObj(i -> new Line(i + 1, Math.floorMod(i * 7919, 50_000), 5_000_000 - i * 250.0 - i % 7))
                .toList();
        assertThat(BoardBody.encode(rows(lines)).length).isLessThan(20_000 * 4);
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThatThrownBy(() -> BoardBody.of(new byte[] {9, 0, 0, 0})).hasMessageContaining("format 9");
        assertThatThrownBy(() -> PlayerIndex.places(new byte[] {9, 0}, 1)).hasMessageContaining("format 9");
    }

    @Provide
    Arbitrary<List<Line>> boards() {
        Arbitrary<Double> score = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 1000).map(Integer::doubleValue),
                Arbitraries.integers().map(i -> i / 10.0),
                Arbitraries.longs().between(-(1L << 53), 1L << 53).map(Long::doubleValue),
                Arbitraries.doubles().map(d -> d == 0 ? 0.0 : d));
        Arbitrary<Line> ranked = Combinators.combine(
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        Arbitraries.integers().between(1, 200),
                        score)
                .as(Line::new);
        Arbitrary<List<Line>> loose = ranked.list().ofMaxSize(40);
        Arbitrary<List<Line>> tidy = Combinators.combine(
                        Arbitraries.integers().between(1, 1400),
                        Arbitraries.integers().between(1, 60_000),
                        Arbitraries.integers().between(-5, 5),
                        Arbitraries.of(1.0, 10.0, 1000.0))
                .as((size, first, slope, unit) -> IntStream.range(0, size)
                        .mapToObj(
                                i -> new Line(i + 1, (first + i * 31) % 60_000 + 1, (7_000 + slope * i + i % 3) / unit))
                        .toList());
        return Arbitraries.oneOf(loose, tidy);
    }

    /** By rank, then player, then the order given. */
    private static List<Row> expected(List<Line> lines) {
        List<Line> sorted = lines.stream()
                .sorted(Comparator.comparingInt(Line::rank).thenComparingInt(Line::player))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> new Row(i, sorted.get(i).player, sorted.get(i).rank, sorted.get(i).score))
                .toList();
    }

    private static void addPlaces(int board, List<Line> lines, Map<Integer, List<PlayerIndex.Place>> places) {
        expected(lines)
                .forEach(row -> places.computeIfAbsent(row.player(), player -> new ArrayList<>())
                        .add(new PlayerIndex.Place(board, row.position())));
    }

    /** Through the parser, as in life; player n is the name "n". */
    private static BoardRows rows(List<Line> lines) {
        StringBuilder dump = new StringBuilder("a$b$1 = c$d##");
        lines.forEach(l -> dump.append('|')
                .append(l.rank)
                .append(';')
                .append(l.player)
                .append(';')
                .append(new BigDecimal(l.score)));
        LeaderBotParser parser = new LeaderBotParser();
        byte[] bytes = dump.append("|\n").toString().getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
        ParsedCapture capture = parser.finish();
        ParsedBoard board = capture.boards().getFirst();
        int[] ids = IntStream.range(0, capture.names())
                .map(n -> Integer.parseInt(capture.name(n)))
                .toArray();
        return BoardRows.of(board, ids);
    }
}
