package dev.kiwi.query.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.gem.GemActions.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Actions on gems, gems.md. */
class GemActionsTest {
    private static final GemActions ACTIONS = new GemActions(Rolls.TABLES);
    private static final double[] ONE = {0.5};

    private static SplittableRandom dice(long seed) {
        return new SplittableRandom(seed);
    }

    private static List<Integer> types(Gem gem) {
        return gem.stats().stream().map(stat -> stat.type().id()).toList();
    }

    private static void untouched(Outcome outcome, Gem gem) {
        assertThat(outcome.applied()).isFalse();
        assertThat(outcome.gem()).isEqualTo(gem);
    }

    @Test
    void anAugmentGoesToTheFirstRollThatIsNotFull() {
        Gem gem = Rolls.gem(new double[] {1, 0.9, 0.1}, ONE, ONE);
        Outcome outcome = ACTIONS.augment(gem, 0, 3);
        assertThat(outcome.applied()).isTrue();
        List<GemContainer> rolls = outcome.gem().stats().getFirst().containers();
        assertThat(rolls.get(0)).isEqualTo(gem.stats().getFirst().containers().get(0));
        assertThat(rolls.get(1).realValue()).isCloseTo(1.025, within(1e-9));
        assertThat(rolls.get(1).value()).isEqualTo(1);
        assertThat(rolls.get(2)).isEqualTo(gem.stats().getFirst().containers().get(2));
        assertThat(ACTIONS.augment(outcome.gem(), 0, 1)
                        .gem()
                        .stats()
                        .getFirst()
                        .containers()
                        .get(2)
                        .increase())
                .isEqualTo(0.025);
    }

    @Test
    void aFullStatTakesNothing() {
        Gem full = Rolls.gem(new double[] {1, 1}, ONE, ONE);
        untouched(ACTIONS.augment(full, 0, 1), full);
        Gem lifted = Rolls.gem(new double[] {1.2, 0.9}, ONE, ONE);
        untouched(ACTIONS.augment(lifted, 0, 1), lifted);
        Gem empty = Rolls.gem(new double[0], ONE, ONE);
        untouched(ACTIONS.augment(empty, 0, 1), empty);
    }

    @Test
    void aFocusThatTheRollDidNotListIsAdded() {
        Gem gem = Rolls.gem(ONE, ONE, ONE);
        GemContainer bare = new GemContainer(0.5, List.of());
        Gem without = gem.with(0, gem.stats().getFirst().with(0, bare));
        assertThat(ACTIONS.augment(without, 0, 2)
                        .gem()
                        .stats()
                        .getFirst()
                        .containers()
                        .getFirst()
                        .augments())
                .containsExactly(new AugmentCount(Rolls.TABLES.augment(2).orElseThrow(), 1));
    }

    @Test
    void whatDoesNotExistIsRefused() {
        Gem gem = Rolls.gem(ONE, ONE, ONE);
        assertThatThrownBy(() -> ACTIONS.augment(gem, 0, 4)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ACTIONS.augment(gem, 3, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("position 3")
                .hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> ACTIONS.spark(gem, 7, dice(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ACTIONS.flare(gem, 3, dice(1))).isInstanceOf(Refusal.class);
    }

    /** Fierce has 1, 3, 4, 5, 6; the gem has 1, 3, 4. */
    @Test
    void aSparkGivesAStatThatTheGemHasNot() {
        Gem gem = Rolls.gem(ONE, new double[] {0.1, 0.2}, ONE);
        List<Integer> given = LongStream.range(0, 50)
                .mapToObj(seed -> ACTIONS.spark(gem, 1, dice(seed)))
                .peek(outcome -> assertThat(outcome.gem().stats().get(1).containers())
                        .isEqualTo(gem.stats().get(1).containers()))
                .map(outcome -> types(outcome.gem()).get(1))
                .distinct()
                .sorted()
                .toList();
        assertThat(given).containsExactly(5, 6);
    }

    @Test
    void withoutARestrictionTheOtherDamageStaysOut() {
        Gem fierce = Rolls.gem(ONE, ONE, ONE);
        Gem free = new Gem(
                1,
                fierce.tier(),
                Rolls.TABLES.type(2).orElseThrow(),
                Rolls.TABLES.element(4).orElseThrow(),
                null,
                null,
                1,
                fierce.stats(),
                null);
        List<Integer> given = LongStream.range(0, 80)
                .mapToObj(
                        seed -> types(ACTIONS.spark(free, 0, dice(seed)).gem()).getFirst())
                .distinct()
                .sorted()
                .toList();
        assertThat(given).containsExactly(5, 6, 7);
    }

    @Test
    void aLockedStatIsNotSparked() {
        Gem cosmic = Rolls.gem(4, 1, 4, 1, 3);
        int light = types(cosmic).indexOf(StatType.LIGHT);
        untouched(ACTIONS.spark(cosmic, light, dice(1)), cosmic);
    }

    @Property(tries = 300)
    void aFlareMovesTheLastRoll(@ForAll @IntRange(max = 2) int position, @ForAll long seed) {
        Gem gem = Rolls.gem(4, null, null, 15, seed);
        Outcome outcome = ACTIONS.flare(gem, position, dice(seed));
        List<GemContainer> before = gem.stats().get(position).containers();
        if (before.size() == 1) {
            untouched(outcome, gem);
            return;
        }
        assertThat(outcome.gem().stats().get(position).containers()).isEqualTo(before.subList(0, before.size() - 1));
        assertThat(outcome.gem().containers()).isEqualTo(gem.containers());
        assertThat(outcome.gem().stats().stream().map(stat -> stat.containers().getLast()))
                .contains(before.getLast());
    }

    @Test
    void levelsBringRolls() {
        Gem gem = Rolls.gem(1, 1, 1, 1, 9);
        List<Integer> rolls = new ArrayList<>();
        for (Outcome risen = ACTIONS.levelUp(gem, dice(1)); risen.applied(); risen = ACTIONS.levelUp(gem, dice(1))) {
            gem = risen.gem();
            rolls.add(gem.containers());
        }
        assertThat(gem.level()).isEqualTo(23);
        List<Integer> expected = new ArrayList<>();
        expected.addAll(Collections.nCopies(3, 3));
        expected.addAll(Collections.nCopies(5, 4));
        expected.addAll(Collections.nCopies(5, 5));
        expected.addAll(Collections.nCopies(9, 6));
        assertThat(rolls).isEqualTo(expected);
    }

    @Test
    void newRollsHaveTheGemsBase() {
        Gem rolled = Rolls.gem(ONE, ONE, ONE);
        Gem gem = new Gem(
                1, rolled.tier(), rolled.type(), rolled.element(), rolled.restriction(), null, 4, rolled.stats(), 0.25);
        assertThat(ACTIONS.levelUp(gem, dice(1)).gem().stats().stream()
                        .flatMap(stat -> stat.containers().stream())
                        .map(GemContainer::base))
                .containsExactlyInAnyOrder(0.5, 0.5, 0.5, 0.25);
    }

    @Property(tries = 500)
    void aSetLevelHasItsRolls(
            @ForAll @IntRange(min = 1, max = 40) int from,
            @ForAll @IntRange(min = 1, max = 99) int to,
            @ForAll @IntRange(min = 1, max = 4) int tier,
            @ForAll long seed) {
        Gem gem = Rolls.gem(tier, null, null, from, seed);
        Outcome outcome = ACTIONS.setLevel(gem, to, dice(seed));
        int reached = Math.min(to, gem.tier().maxLevel());
        assertThat(outcome.applied()).isEqualTo(to != gem.level());
        assertThat(outcome.gem().level()).isEqualTo(reached);
        assertThat(outcome.gem().containers()).isEqualTo(3 + Math.min(reached, 15) / 5);
        assertThat(outcome.gem().stats()).allMatch(stat -> !stat.containers().isEmpty());
    }

    @Test
    void moreThanTheMostIsAppliedAndChangesNothing() {
        Gem gem = Rolls.gem(4, 1, 1, 35, 2);
        Outcome outcome = ACTIONS.setLevel(gem, 99, dice(1));
        assertThat(outcome).isEqualTo(new Outcome(true, gem));
    }
}
