package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What follows from a gem, gems.md. */
class GemWorthTest {
    private static GemWorth worth(Gem gem) {
        return GemWorth.of(gem, Rolls.TABLES);
    }

    @Test
    void aPerfectGem() {
        Gem gem = Rolls.gem(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1})
                .atLevel(35);
        assertThat(gem.isMaxLevel()).isTrue();
        assertThat(worth(gem).quality()).isEqualTo(1);
        // 6 rolls of 260, and 567 a stat.
        assertThat(worth(gem).powerRank()).isEqualTo(6 * 260 + 3 * 567);
        assertThat(worth(gem).value(gem.stats().getFirst())).isCloseTo(17304 + 6720, within(1e-6));
        assertThat(worth(gem).name()).isEqualTo("Fierce Mystic Gem");
    }

    @Test
    void aGemWithoutRollsIsWorthItsLevel() {
        Gem gem = Rolls.gem(new double[0], new double[0], new double[0]);
        assertThat(worth(gem).quality()).isZero();
        assertThat(worth(gem).powerRank()).isZero();
        assertThat(worth(gem.atLevel(2)).powerRank()).isEqualTo(3 * 9);
        assertThat(worth(gem).value(gem.stats().getFirst())).isZero();
    }

    @Test
    void namesAreOfTheAbilityOrTheRestriction() {
        Gem empowered = Rolls.gem(4, 2, 4, 1, 5);
        assertThat(worth(empowered).name()).isEqualTo(empowered.ability().name());
        Gem plain = new Gem(
                1,
                empowered.tier(),
                Rolls.TABLES.type(1).orElseThrow(),
                empowered.element(),
                null,
                null,
                1,
                empowered.stats(),
                null);
        assertThat(worth(plain).name()).isEqualTo("Mystic Gem");
        Gem mute = new Gem(
                1, empowered.tier(), empowered.type(), empowered.element(), null, null, 1, empowered.stats(), null);
        assertThat(worth(mute).name()).isNull();
    }

    /** The same in decimals, where every step is exact or has 34 digits. */
    @Property(tries = 500)
    void isWhatTheSlowCalculationSays(
            @ForAll @IntRange(min = 1, max = 4) int tier,
            @ForAll @IntRange(min = 1, max = 2) int type,
            @ForAll @IntRange(min = 1, max = 35) int level,
            @ForAll long seed) {
        Gem gem = Rolls.gem(tier, type, null, level, seed);
        MathContext exact = MathContext.DECIMAL128;
        PowerRankRow row = Rolls.TABLES.powerRanks().get((tier - 1) * 2 + type - 1);
        long increments = 0;
        for (int at = 1; at <= gem.level(); at++) {
            int step = gem.tier().prStep();
            increments += at == 1 || at == 5 || at == 10 || at == 15
                    ? 0
                    : at < 15 ? step : at % 5 == 0 ? 5L * step : 2L * step;
        }
        BigDecimal rank = new BigDecimal(type == 2 ? 100 : 0).add(new BigDecimal(3 * increments));
        BigDecimal values = BigDecimal.ZERO;
        int rolls = 0;
        for (GemStat stat : gem.stats()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (GemContainer container : stat.containers()) {
                sum = sum.add(new BigDecimal(container.base()));
                rolls++;
            }
            values = values.add(sum);
            BigDecimal count = new BigDecimal(stat.containers().size());
            BigDecimal progress = sum.divide(count, exact);
            rank = rank.add(new BigDecimal(row.range().low()).multiply(count))
                    .add(new BigDecimal(row.range().high() - row.range().low())
                            .multiply(progress)
                            .multiply(count));
        }
        assertThat((double) worth(gem).powerRank()).isCloseTo(rank.doubleValue(), within(0.5000001));
        assertThat(worth(gem).quality())
                .isCloseTo(values.divide(new BigDecimal(rolls), exact).doubleValue(), within(0.00050001));
    }
}
