package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.api.kernel.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stat can be worth, and how good a gem is by its power rank, gems.md. */
class StatRangeTest {
    private static final GemTables TABLES = GemTables.FILE.get();

    @Property(tries = 300)
    void endsAtTheWorstAndTheBestRoll(
            @ForAll @IntRange(min = 1, max = 4) int tier,
            @ForAll @IntRange(min = 1, max = 2) int type,
            @ForAll @IntRange(min = 1, max = 7) int stat,
            @ForAll @IntRange(min = 1, max = 60) int level,
            @ForAll @IntRange(max = 5) int extra) {
        StatRange range = StatRange.of(TABLES, tier, type, stat, level, extra, null);
        GemNumbers numbers = TABLES.numbers(
                TABLES.tier(tier).orElseThrow(), TABLES.type(type).orElseThrow());
        StatType statType = TABLES.statType(stat).orElseThrow();
        assertThat(range.minValue()).isCloseTo(numbers.statValue(statType, 0, extra + 1, level), within(1e-6));
        assertThat(range.maxValue()).isCloseTo(numbers.statValue(statType, 1, extra + 1, level), within(1e-6));
        assertThat(range.containers()).isEqualTo(extra + 1);
        assertThat(range.element()).isEqualTo(stat == 7 ? 4 : 1);
    }

    @Test
    void theElementIsOnlyEchoed() {
        StatRange fire = StatRange.of(TABLES, 4, 1, 7, 35, 0, 2);
        StatRange usual = StatRange.of(TABLES, 4, 1, 7, 35, 0, null);
        assertThat(fire.element()).isEqualTo(2);
        assertThat(fire.maxValue()).isEqualTo(usual.maxValue()).isCloseTo(640, within(1e-9));
        assertThat(fire.thresholds()).containsExactly(495.0, 585.0);
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 1,", "4, 3, 1,", "4, 1, 8,", "4, 1, 9,", "4, 1, 0,", "4, 1, 1, 5"})
    void whatDoesNotExistIsRefused(int tier, int type, int stat, Integer element) {
        assertThatThrownBy(() -> StatRange.of(TABLES, tier, type, stat, 1, 0, element))
                .isInstanceOf(Refusal.class);
    }

    /** A Mystic Lesser gem of level 35 has 6 rolls of 200 to 260, and 567 a stat: 2901 to 3261. */
    @ParameterizedTest
    @CsvSource({
        "2901, 0, true, 0",
        "3261, 1, true, 0",
        "3081, 0.5, true, 0",
        "2900.5, 0, false, 0.5",
        "3300, 1, false, 39",
        "-5, 0, false, 2906"
    })
    void powerRankTellsTheQuality(double powerRank, double quality, boolean within, double distance) {
        SimpleEvaluation evaluation = SimpleEvaluation.of(TABLES, 4, 1, powerRank, 35);
        assertThat(evaluation.minPowerRank()).isEqualTo(2901);
        assertThat(evaluation.maxPowerRank()).isEqualTo(3261);
        assertThat(evaluation.quality()).isEqualTo(quality);
        assertThat(evaluation.qualityPercent()).isEqualTo(quality * 100);
        assertThat(evaluation.isWithinRange()).isEqualTo(within);
        assertThat(evaluation.distance()).isEqualTo(distance);
        assertThat(evaluation.headlineCost().total()).isEqualTo(quality == 1 ? 0 : quality == 0 ? 6 * 20 : 6 * 10);
    }

    @Test
    void aLevelBelowOneIsOneAndOneAboveTheMostIsRefused() {
        SimpleEvaluation evaluation = SimpleEvaluation.of(TABLES, 4, 2, 0, -3);
        assertThat(evaluation.level()).isEqualTo(1);
        assertThat(evaluation.minPowerRank()).isEqualTo(3 * 240 + 100);
        assertThatThrownBy(() -> SimpleEvaluation.of(TABLES, 4, 2, 0, 36)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SimpleEvaluation.of(TABLES, 1, 2, 0, 24)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SimpleEvaluation.of(TABLES, 9, 2, 0, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SimpleEvaluation.of(TABLES, 4, 0, 0, 1)).isInstanceOf(Refusal.class);
    }
}
