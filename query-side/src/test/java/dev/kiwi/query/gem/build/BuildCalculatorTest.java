package dev.kiwi.query.gem.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gamedata.ClassTable.GameClass;
import dev.kiwi.query.gem.build.BuildRequest.BuildType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Ranking of builds, gems.md. */
class BuildCalculatorTest {
    private static final BuildCalculator CALCULATOR = BuildCalculator.ofFiles();
    private static final SlowBuilds SLOW = new SlowBuilds();

    /** Codes with what they are worth: strength, critical damage, light and magic. */
    private static final Map<String, Map<String, Double>> CODES = Map.of(
            "",
            Map.of(),
            "SC:ca",
            Map.of(),
            "SC:ca|ga0a0a0a|pb0a1a1",
            Map.of("Physical Damage p", 3.0, "Critical Damage f", 15.0, "Light f", 50.0),
            "v2: cb1a1 | pb0b0a0",
            Map.of("Magic Damage p", 3.0, "Critical Damage f", 25.0, "Light f", 150.0));

    static BuildRequest request(BuildType type, String character, String subclass, int light) {
        return new BuildRequest(type, character, subclass, "", "boot_clown", Set.of(), 3, light, null);
    }

    @Provide
    Arbitrary<BuildRequest> requests() {
        Arbitrary<String> classes = Arbitraries.of(
                ClassTable.FILE.get().classes().stream().map(GameClass::name).toList());
        Arbitrary<String> food = Arbitraries.of(
                "", "unknown", "zephyr_rune", "fishing_phys_3_base", "fishing_spell_3_base", "delve_freerange");
        Arbitrary<String> ally = Arbitraries.of(
                "", "boot_clown", "spidermonkey_heckbug", "venturous_vivian", "trex_manabeast_fire", "quarble_stars");
        Arbitrary<Set<String>> flags =
                Arbitraries.subsetOf("berserker_battler", "no_face", "subclass_active", "litany");
        Arbitrary<Integer> light = Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.of(-1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE),
                Arbitraries.integers().between(7_000, 14_000));
        return Combinators.combine(
                        Arbitraries.of(BuildType.class),
                        classes,
                        classes,
                        food,
                        ally,
                        flags,
                        Arbitraries.integers().between(0, 3),
                        light)
                .as((type, character, subclass, eaten, friend, on, count, target) ->
                        new BuildRequest(type, character, subclass, eaten, friend, on, count, target, null));
    }

    @Property(tries = 40)
    void isWhatTheSlowCalculationSays(@ForAll("requests") BuildRequest request, @ForAll("codes") String code) {
        BuildRequest starred = new BuildRequest(
                request.type(),
                request.character(),
                request.subclass(),
                request.food(),
                request.ally(),
                request.flags(),
                request.criticalDamageCount(),
                request.light(),
                code);
        // Of "SC:ca" nothing is read: without a bar it is base64.
        assertThat(CALCULATOR.best(starred)).isEqualTo(SLOW.best(starred, CODES.get(code)));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(CODES.keySet());
    }

    private static Build build(
            int rank,
            String layout,
            double base,
            double crit,
            long light,
            double bonus,
            double total,
            Double own,
            double coefficient) {
        return new Build(rank, layout, base, crit, light, bonus, total, own, coefficient);
    }

    @Test
    void withoutATargetTheCoefficientCounts() {
        List<Build> best = CALCULATOR.best(request(BuildType.LIGHT, "Bard", "Boomeranger", 0));
        assertThat(best).hasSize(190);
        assertThat(best.getFirst())
                .isEqualTo(build(
                        1, "9/0/2/16", 419317.1, 5113.3, 12944, 139.99999400000002, 1006361.01, 0.0, 52464618.67));
        assertThat(best.getLast())
                .isEqualTo(build(
                        190, "9/0/18/0", 537589.1, 3661.3, 12944, 139.99999400000002, 1290213.81, 0.0, 48528811.83));
    }

    @Test
    void withATargetClosenessCountsBefore() {
        List<Build> best = CALCULATOR.best(new BuildRequest(
                BuildType.FARM,
                "Lunar Lancer",
                "Solarion",
                "fishing_phys_3_base",
                "spidermonkey_heckbug",
                Set.of("litany", "subclass_active"),
                1,
                9_000,
                null));
        assertThat(best).hasSize(200);
        assertThat(best.getFirst())
                .isEqualTo(build(
                        1,
                        "9/0/0/18 + 3/0/0/3/3/0",
                        454429.1,
                        5465.8,
                        10033,
                        120.999994,
                        1305574.77,
                        30.0,
                        94074560.62));
        assertThat(best.getLast())
                .isEqualTo(build(
                        200,
                        "7/2/2/16 + 2/1/0/4/2/0",
                        448885.1,
                        5507.1,
                        10033,
                        120.999994,
                        1289646.86,
                        30.0,
                        93618431.36));
    }

    @Test
    void ofHealthThereIsNoClassBonus() {
        assertThat(CALCULATOR
                        .best(request(BuildType.HEALTH, "Knight", "Bard", 0))
                        .getFirst())
                .isEqualTo(
                        build(1, "8/1/4/14 + 0/0/0/0", 1284291.0, 12716.3, 5439, 0.0, 1284291.0, null, 164598266.36));
    }

    @Test
    void theCharacterIsCheckedBeforeTheSubclass() {
        assertThatThrownBy(() -> CALCULATOR.best(request(BuildType.LIGHT, "bard", "nobody", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("class;");
        assertThatThrownBy(() -> CALCULATOR.best(request(BuildType.LIGHT, "Bard", "adventurer", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("subclass");
    }

    @Test
    void anyOtherTypeIsLight() {
        assertThat(BuildType.of("Farm")).isEqualTo(BuildType.FARM);
        assertThat(BuildType.of("Health")).isEqualTo(BuildType.HEALTH);
        assertThat(BuildType.of("farm")).isEqualTo(BuildType.LIGHT);
    }

    @Test
    void rulesAreOfClassesThatThereAre() {
        List<String> names =
                ClassTable.FILE.get().classes().stream().map(GameClass::name).toList();
        assertThat(BuildTables.FILE.get().subclassRules()).allSatisfy(rule -> {
            assertThat(names).containsAll(rule.subclass());
            assertThat(names).containsAll(rule.characterOrSubclass());
        });
    }
}
