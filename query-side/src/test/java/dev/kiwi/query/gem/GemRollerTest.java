package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rolling gems, gems.md. */
class GemRollerTest {
    private static final GemRoller ROLLER = new GemRoller(Rolls.TABLES);

    @Provide
    Arbitrary<GemWish> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4).injectNull(0.1),
                        Arbitraries.integers().between(0, 2).injectNull(0.1),
                        Arbitraries.integers().between(0, 4).injectNull(0.1),
                        Arbitraries.integers().between(1, 2).injectNull(0.3),
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.doubles().between(0, 1).injectNull(0.5))
                .as(GemWish::new);
    }

    @Property(tries = 1000)
    void whatIsRolledIsAGem(@ForAll("wishes") GemWish wish, @ForAll long seed) {
        Gem gem = ROLLER.roll(wish, 77, new SplittableRandom(seed));
        assertThat(gem.id()).isEqualTo(77);
        assertThat(gem.level()).isEqualTo(Math.min(wish.level(), gem.tier().maxLevel()));
        assertThat(gem.containers()).isEqualTo(3 + Math.min(wish.level(), 15) / 5);
        assertThat(gem.augmentation()).isEqualTo(wish.augmentation());
        if (wish.tier() != null && wish.tier() != 0) {
            assertThat(gem.tier().id()).isEqualTo(wish.tier());
        }
        assertThat(gem.restriction() == null).isEqualTo(gem.type().isEmpowered());
        assertThat(gem.ability() == null).isNotEqualTo(gem.type().isEmpowered());
        if (gem.ability() != null) {
            assertThat(gem.element().abilities()).contains(gem.ability().id());
        }
        if (gem.restriction() != null && wish.restriction() != null) {
            assertThat(gem.restriction().id()).isEqualTo(wish.restriction());
        }
        statsAreThoseOfAGem(gem);
        assertThat(gem.stats())
                .allSatisfy(stat -> assertThat(stat.containers()).isNotEmpty().allSatisfy(container -> {
                    assertThat(container.base()).isBetween(0.0, 1.0);
                    assertThat(wish.augmentation() == null || container.base() == wish.augmentation())
                            .isTrue();
                    assertThat(container.augments()).hasSize(3).allMatch(used -> used.count() == 0);
                }));
    }

    private static void statsAreThoseOfAGem(Gem gem) {
        List<Integer> types = gem.stats().stream().map(stat -> stat.type().id()).toList();
        assertThat(types).doesNotHaveDuplicates();
        assertThat(types).doesNotContainSequence(8, 9);
        assertThat(types.contains(1) && types.contains(2)).isFalse();
        boolean cosmic = gem.element().id() == Element.COSMIC;
        assertThat(types.contains(StatType.LIGHT)).isEqualTo(cosmic);
        assertThat(gem.stats()).allMatch(stat -> stat.locked() == (stat.type().id() == StatType.LIGHT));
        if (gem.restriction() != null) {
            assertThat(gem.restriction().rollPool())
                    .containsAll(types.stream()
                            .filter(type -> type != StatType.LIGHT)
                            .toList());
        }
    }

    @Property(tries = 100)
    void theSameSeedRollsTheSameGem(@ForAll("wishes") GemWish wish, @ForAll long seed) {
        assertThat(ROLLER.roll(wish, 1, new SplittableRandom(seed)))
                .isEqualTo(ROLLER.roll(wish, 1, new SplittableRandom(seed)));
    }

    /** Everything that may come does. */
    @Test
    void theDiceDecideWhatIsLeftOut() {
        List<Gem> gems = LongStream.range(0, 400)
                .mapToObj(seed -> Rolls.gem(null, null, null, 15, seed))
                .toList();
        Set<Object> seen = new HashSet<>();
        gems.forEach(gem -> {
            seen.add(gem.tier());
            seen.add(gem.type());
            seen.add(gem.element());
            seen.add(gem.restriction());
            seen.add(gem.ability());
            gem.stats().forEach(stat -> seen.add(stat.type()));
        });
        // 4 tiers, 2 types, 4 elements, 2 restrictions and none, 12 abilities and none, 7 stats.
        assertThat(seen).hasSize(4 + 2 + 4 + 2 + 12 + 7 + 1);
        assertThat(gems.stream().filter(gem -> gem.type().isEmpowered()).count())
                .isBetween(150L, 250L);
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 1, 1", "4, 3, 1, 1", "4, 1, 5, 1", "4, 1, 1, 3", "4, 1, 1, 0", "-1, 1, 1, 1"})
    void anUnknownIdIsRefused(int tier, int type, int element, int restriction) {
        GemWish wish = new GemWish(tier, type, element, restriction, 1, null);
        assertThatThrownBy(() -> ROLLER.roll(wish, 1, new SplittableRandom(1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void anEmpoweredGemHasNoRestrictionWhateverIsAskedFor() {
        GemWish wish = new GemWish(4, 2, 1, 99, 1, null);
        assertThat(ROLLER.roll(wish, 1, new SplittableRandom(1)).restriction()).isNull();
    }
}
