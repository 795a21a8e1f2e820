package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gem.GemEvaluation.EvaluatedStat;
import dev.kiwi.query.gem.GemReading.StatReading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How good a gem is, gems.md. */
class GemEvaluatorTest {
    private static final GemTables TABLES = GemTables.FILE.get();
    private static final GemEvaluator EVALUATOR = new GemEvaluator(TABLES);

    private static GemReading reading(int type, int level, boolean guess, StatReading... stats) {
        return new GemReading(4, type, level, List.of(stats), guess);
    }

    /** What a gem shows tells its rolls. */
    @Property(tries = 500)
    void aRolledGemIsReadBack(
            @ForAll @IntRange(min = 1, max = 4) int tier,
            @ForAll @IntRange(min = 1, max = 35) int level,
            @ForAll long seed) {
        Gem gem = Rolls.gem(tier, null, null, level, seed);
        GemWorth worth = GemWorth.of(gem, TABLES);
        List<StatReading> shown = gem.stats().stream()
                .map(stat -> new StatReading(
                        stat.type().id(), worth.value(stat), stat.containers().size() - 1))
                .toList();
        GemEvaluation evaluation =
                EVALUATOR.evaluate(new GemReading(gem.tier().id(), gem.type().id(), gem.level(), shown, false));
        for (int i = 0; i < 3; i++) {
            assertThat(evaluation.stats().get(i).progress())
                    .isCloseTo(gem.stats().get(i).progress(), within(0.0000501));
        }
        assertThat(evaluation.calculatedPowerRank()).isCloseTo(worth.powerRank(), within(1L));
        assertThat(evaluation.quality()).isCloseTo(worth.quality(), within(0.0006));
        assertThat(evaluation.hasIssues()).isFalse();
        assertThat(evaluation.guessedDistribution())
                .isEqualTo(shown.stream().map(StatReading::extraContainers).toList());
        assertThat(evaluation.restriction() == null)
                .isEqualTo(gem.stats().stream().noneMatch(stat -> stat.type().id() <= 2));
    }

    @Property(tries = 300)
    void isWhatTheSlowCalculationSays(
            @ForAll @IntRange(min = 1, max = 2) int type,
            @ForAll @IntRange(min = 1, max = 35) int level,
            @ForAll @DoubleRange(min = 0, max = 40_000) double damage,
            @ForAll @DoubleRange(min = 0, max = 600) double critical,
            @ForAll @DoubleRange(min = 0, max = 120_000) double health) {
        int[] types = {2, 3, 5};
        double[] values = {damage, critical, health};
        GemEvaluation evaluation = EVALUATOR.evaluate(reading(
                type,
                level,
                true,
                new StatReading(2, damage, 9),
                new StatReading(3, critical, 9),
                new StatReading(5, health, 9)));
        SlowEvaluation slow = new SlowEvaluation(type, level);
        Map<List<Integer>, BigDecimal> scores = slow.scores(types, values, Math.min(level, 15) / 5);
        BigDecimal lowest = scores.values().stream().min(BigDecimal::compareTo).orElseThrow();
        // Two that differ in the ninth decimal may change places in doubles.
        assertThat(scores.get(evaluation.guessedDistribution()).doubleValue())
                .isCloseTo(lowest.doubleValue(), within(2e-9 * Math.max(1, lowest.doubleValue())));
        for (int i = 0; i < 3; i++) {
            BigDecimal raw = slow.raw(
                    types[i], values[i], evaluation.guessedDistribution().get(i));
            EvaluatedStat stat = evaluation.stats().get(i);
            assertThat(stat.rawProgress()).isCloseTo(raw.doubleValue(), within(0.0000501));
            assertThat(stat.progress()).isCloseTo(SlowEvaluation.progress(raw).doubleValue(), within(0.0000501));
            assertThat(stat.qualityPercent())
                    .isCloseTo(SlowEvaluation.progress(raw).doubleValue() * 100, within(0.00501));
        }
    }

    @Test
    void aPerfectGemNeedsNothing() {
        GemEvaluation perfect = EVALUATOR.evaluate(reading(
                1,
                35,
                false,
                new StatReading(1, 17304 + 6720, 1),
                new StatReading(3, 240 + 82.5, 1),
                new StatReading(7, 640 + 325, 1)));
        assertThat(perfect.quality()).isEqualTo(1);
        assertThat(perfect.qualityPercent()).isEqualTo(100);
        assertThat(perfect.calculatedPowerRank()).isEqualTo(6 * 260 + 3 * 567);
        assertThat(perfect.elementName()).isEqualTo("Cosmic");
        assertThat(perfect.restrictionName()).isEqualTo("Fierce");
        assertThat(perfect.issues()).isEmpty();
        assertThat(perfect.headlineCost())
                .isEqualTo(new FocusTotal("optimized_precise_rough", "Precise + Rough", 0, 0, 0, 0, Map.of()));
        assertThat(perfect.focusTotals()).containsOnlyKeys("optimized_all", "optimized_precise_rough", "rough_only");
    }

    /** Damage lacks 30 of 90 steps: a third, 33.33 %, 14 units. */
    @Test
    void whatIsMissingHasItsPrice() {
        GemEvaluation evaluation = EVALUATOR.evaluate(reading(
                1,
                1,
                false,
                new StatReading(1, 168.0 / 9 * 330, 0),
                new StatReading(4, 0.25 / 9 * 297, 0),
                new StatReading(6, 5.25 / 9 * 405, 0)));
        assertThat(evaluation.stats().getFirst().qualityPercent()).isEqualTo(66.67);
        assertThat(evaluation.focusTotals().get("optimized_all"))
                .isEqualTo(new FocusTotal(
                        "optimized_all",
                        "Superior + Precise + Rough",
                        2,
                        2,
                        0,
                        4,
                        Map.of(
                                "bound_brilliance", 4L,
                                "diamond_dragonite", 60L,
                                "titan_soul", 6L,
                                "water_gem_dust", 6_000L,
                                "air_gem_dust", 6_000L,
                                "fire_gem_dust", 6_000L,
                                "flux", 104_000L)));
        assertThat(evaluation.focusTotals().get("rough_only").rough()).isEqualTo(14);
        assertThat(evaluation.headlineCost().precise()).isEqualTo(7);
        assertThat(evaluation.quality()).isEqualTo(0.8889);
    }

    @Test
    void valuesThatCannotBeAreIssues() {
        GemEvaluation evaluation = EVALUATOR.evaluate(reading(
                1,
                1,
                false,
                new StatReading(2, 1, 0),
                new StatReading(3, 1e6, 0),
                new StatReading(5, 525.0 / 9 * 310.6, 0)));
        assertThat(evaluation.hasIssues()).isTrue();
        assertThat(evaluation.issues())
                .containsExactly(
                        "Magic Damage: below the minimum for this level and proc spread",
                        "Critical Damage: above the maximum for this level and proc spread");
        assertThat(evaluation.stats()).extracting(EvaluatedStat::isWithinRange).containsExactly(false, false, true);
        assertThat(evaluation.restrictionName()).isEqualTo("Arcane");
    }

    @Test
    void procsThatCannotBeAreGuessed() {
        StatReading damage = new StatReading(1, 17304 + 3 * 6720, 0);
        StatReading critical = new StatReading(3, 240, 0);
        StatReading health = new StatReading(5, 56700, 0);
        GemEvaluation evaluation = EVALUATOR.evaluate(reading(1, 35, false, damage, critical, health));
        assertThat(evaluation.guessedDistribution()).containsExactly(3, 0, 0);
        assertThat(evaluation.availableExtraContainers()).isEqualTo(3);
        assertThat(evaluation.quality()).isEqualTo(1);
    }

    @Test
    void levelsHaveNoBounds() {
        StatReading[] stats = {
            new StatReading(3, 1e12, 0), new StatReading(4, -1e12, 0), new StatReading(5, 0, Integer.MAX_VALUE)
        };
        for (int level : new int[] {Integer.MIN_VALUE, -1, 0, 36, Integer.MAX_VALUE}) {
            GemEvaluation evaluation = EVALUATOR.evaluate(reading(2, level, false, stats));
            assertThat(evaluation.availableExtraContainers()).isEqualTo(level < 5 ? 0 : 3);
            assertThat(evaluation.restrictionName()).isEqualTo("Any");
            assertThat(evaluation.restriction()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, 1, 3, 5, 0",
        "0, 1, 1, 3, 5, 0",
        "4, 3, 1, 3, 5, 0",
        "4, 1, 1, 3, 3, 0",
        "4, 1, 1, 3, 8, 0",
        "4, 1, 1, 3, 9, 0",
        "4, 1, 1, 3, 10, 0",
        "4, 1, 1, 2, 3, 0",
        "4, 1, 1, 3, 5, -1"
    })
    void whatNoGemIsIsRefused(int tier, int type, int first, int second, int third, int extra) {
        GemReading gem = new GemReading(
                tier,
                type,
                1,
                List.of(new StatReading(first, 1, 0), new StatReading(second, 1, extra), new StatReading(third, 1, 0)),
                false);
        refused(gem);
    }

    @Test
    void anotherNumberOfStatsIsRefused() {
        refused(reading(1, 1, false));
        refused(reading(1, 1, false, new StatReading(3, 1, 0), new StatReading(4, 1, 0)));
    }

    private static void refused(GemReading gem) {
        assertThatThrownBy(() -> EVALUATOR.evaluate(gem))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }
}
