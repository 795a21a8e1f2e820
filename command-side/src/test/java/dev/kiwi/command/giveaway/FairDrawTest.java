package dev.kiwi.command.giveaway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairDrawTest {
    private static final BigInteger ALL = BigInteger.TWO.pow(64);

    private static List<String> tickets(int n) {
        return IntStream.range(0, n).mapToObj("%016x"::formatted).toList();
    }

    /** The same numbers in each run. */
    private final Random random = new Random(7);

    @Test
    void agreesWithTheSlowWay() throws Exception {
        for (int i = 0; i < 300; i++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            List<String> tickets = tickets(random.nextInt(1, 300));
            FairDraw draw = FairDraw.among(tickets, seed, "g1");
            assertThat(draw.index()).isEqualTo(SlowDraw.index(tickets, seed, "g1"));
            assertThat(draw.entrantsHash()).isEqualTo(SlowDraw.entrantsHash(tickets));
        }
    }

    /** The bound of what is taken, by whole numbers without a sign. */
    @Test
    void onlyWholeRunsCount() {
        for (int i = 0; i < 1_000; i++) {
            // Near the end, where it matters, and anywhere.
            long drawn = i % 2 == 0 ? -random.nextLong(1, 1L << 32) : random.nextLong();
            int n = random.nextInt(1, Integer.MAX_VALUE);
            BigInteger whole = ALL.subtract(ALL.mod(BigInteger.valueOf(n)));
            BigInteger unsigned = new BigInteger(Long.toUnsignedString(drawn));
            assertThat(FairDraw.isFair(drawn, n)).isEqualTo(unsigned.compareTo(whole) < 0);
        }
    }

    @Test
    void theLastRunIsLeftOut() {
        assertThat(FairDraw.isFair(-1, 3)).isFalse();
        assertThat(FairDraw.isFair(-2, 3)).isTrue();
        assertThat(FairDraw.isFair(-1, 4)).isTrue();
    }

    /** Chi-square of 10,000 draws among ten: above 33.7 once in 10,000 runs, and the seeds here are fixed. */
    @Test
    void everyTicketIsAsLikely() {
        int[] won = new int[10];
        for (int i = 0; i < 10_000; i++) {
            byte[] seed = ("seed " + i).getBytes(StandardCharsets.UTF_8);
            won[FairDraw.among(tickets(10), seed, "g1").index()]++;
        }
        double chiSquare = Arrays.stream(won)
                .mapToDouble(n -> (n - 1_000.0) * (n - 1_000.0) / 1_000)
                .sum();
        assertThat(chiSquare).isLessThan(33.7);
    }

    @Test
    void anotherGiveawayOrAnotherListIsAnotherDraw() {
        byte[] seed = new byte[32];
        List<FairDraw> draws = IntStream.range(0, 20)
                .mapToObj(n -> FairDraw.among(tickets(1_000), seed, "g" + n))
                .toList();
        assertThat(draws.stream().map(FairDraw::index).distinct()).hasSizeGreaterThan(15);
        assertThat(draws.stream().map(FairDraw::entrantsHash).distinct()).hasSize(1);
    }
}
