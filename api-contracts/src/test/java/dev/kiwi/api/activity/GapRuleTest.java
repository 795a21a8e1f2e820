package dev.kiwi.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** activity.md A2, and the periods of A6. */
class GapRuleTest {
    @Test
    void withoutWindowsAnHourAndAHalfIsTheLongest() {
        assertThat(GapRule.of(new double[0]).cutoffHours()).isEqualTo(1.5);
        assertThat(GapRule.of(new double[] {0, -1}).cutoffHours()).isEqualTo(1.5);
    }

    @Test
    void elseAlmostTwiceTheMedian() {
        assertThat(GapRule.of(new double[] {2, 4, 0, 3}).cutoffHours()).isEqualTo(1.9 * 3);
        assertThat(GapRule.of(new double[] {2, 4}).cutoffHours()).isEqualTo(1.9 * 3);
        assertThat(GapRule.of(new double[] {0.5, 0.5}).cutoffHours()).isEqualTo(1.5);
    }

    @Test
    void theCutoffItselfIsNoGap() {
        GapRule rule = new GapRule(1.9);
        assertThat(rule.isGap(1.9)).isFalse();
        assertThat(rule.isGap(1.901)).isTrue();
        assertThat(rule.isGap(0)).isFalse();
    }

    @Test
    void periodsAreAskedForByName() {
        assertThat(ActivityPeriod.of("1D")).isEqualTo(ActivityPeriod.DAY);
        assertThat(ActivityPeriod.of("2w")).isEqualTo(ActivityPeriod.WEEK);
        assertThat(ActivityPeriod.YEAR.bucketSeconds(0, 0)).isEqualTo(604_800);
    }

    @Test
    void allOfHistoryIsSome120Steps() {
        long now = 1_780_000_000;
        assertThat(ActivityPeriod.ALL.start(now - 10, now)).isEqualTo(now - 10);
        assertThat(ActivityPeriod.ALL.bucketSeconds(now - 10, now)).isEqualTo(3_600);
        assertThat(ActivityPeriod.ALL.bucketSeconds(now - 30 * 86_400, now)).isEqualTo(21_600);
    }

    @Test
    void classesAreInTheOrderOfTheirRelease() {
        assertThat(GameClass.all()).hasSize(GameClass.COUNT);
        assertThat(GameClass.all().getFirst()).isEqualTo(new GameClass(0, "knight", "Knight"));
        assertThat(GameClass.all().getLast().effortBoard()).isEqualTo(4017);
        assertThat(GameClass.all().get(6).icon()).isEqualTo("/static/class-icons/icemage.png");
    }
}
