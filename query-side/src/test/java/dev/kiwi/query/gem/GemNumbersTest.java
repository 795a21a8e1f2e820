package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.query.gem.build.BuildTables;
import dev.kiwi.query.gem.build.BuildTables.GemProfile;
import dev.kiwi.query.gem.build.BuildTables.GemStatProfile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level increments and tables, gems.md. */
class GemNumbersTest {
    private static final GemTables TABLES = GemTables.FILE.get();

    private static GemNumbers numbers(int tier, int type) {
        return TABLES.numbers(TABLES.tier(tier).orElseThrow(), TABLES.type(type).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"1, 90, 33", "2, 185, 55", "3, 350, 77", "4, 567, 99"})
    void incrementsAddUp(int tier, long atMost, long at15) {
        int most = TABLES.tier(tier).orElseThrow().maxLevel();
        assertThat(numbers(tier, 1).increments(most)).isEqualTo(atMost);
        assertThat(numbers(tier, 2).increments(15)).isEqualTo(at15);
    }

    @Property(tries = 300)
    void incrementsAreThoseOfEachLevelTogether(
            @ForAll @IntRange(min = 1, max = 4) int tier, @ForAll @IntRange(min = -20, max = 2_000) int level) {
        int step = TABLES.tier(tier).orElseThrow().prStep();
        long sum = 0;
        for (int at = 1; at <= level; at++) {
            sum += at == 1 || at == 5 || at == 10 || at == 15
                    ? 0
                    : at <= 14 ? step : at % 5 == 0 ? 5L * step : 2L * step;
        }
        assertThat(numbers(tier, 1).increments(level)).isEqualTo(sum);
    }

    @Test
    void anyLevelHasIncrements() {
        assertThat(numbers(4, 1).increments(Integer.MAX_VALUE)).isPositive();
        assertThat(numbers(4, 1).increments(Integer.MIN_VALUE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-7, 0", "0, 0", "1, 0", "4, 0", "5, 1", "9, 1", "10, 2", "14, 2", "15, 3", "35, 3"})
    void procsComeAtTheirLevels(int level, int procs) {
        assertThat(TABLES.procs(level)).isEqualTo(procs);
    }

    /** Two files of numbers that were written down apart from each other. */
    @Test
    void perfectMysticGemsAreThoseOfTheBuilds() {
        for (GemProfile profile : BuildTables.FILE.get().gemProfiles()) {
            int type = profile.type().equals("Lesser") ? 1 : 2;
            agrees(type, 1, profile.damage());
            agrees(type, 3, profile.criticalDamage());
            agrees(type, 7, profile.light());
            agrees(type, 5, profile.health());
            agrees(type, 6, profile.healthPercent());
        }
    }

    private static void agrees(int type, int statType, GemStatProfile profile) {
        StatType stat = TABLES.statType(statType).orElseThrow();
        double one = numbers(4, type).statValue(stat, 1, 1, 35);
        double two = numbers(4, type).statValue(stat, 1, 2, 35);
        assertThat(one).as(stat.name()).isCloseTo(profile.value(), within(1e-6));
        assertThat(two - one).as(stat.name()).isCloseTo(profile.perProc(), within(1e-6));
    }
}
