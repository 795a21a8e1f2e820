package dev.kiwi.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ResetKindTest {
    private static final long MONDAY = at("2026-06-08T11:00:00Z");

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void listsTheResetsOfAHalfOpenInterval() {
        assertThat(ResetKind.DAILY.boundaries(MONDAY, MONDAY + 2 * 86_400))
                .containsExactly(MONDAY + 86_400, MONDAY + 172_800);
        assertThat(ResetKind.WEEKLY.boundaries(MONDAY - 1, MONDAY)).containsExactly(MONDAY);
        assertThat(ResetKind.WEEKLY.boundaries(MONDAY, MONDAY + TroveTime.WEEK - 1))
                .isEmpty();
        assertThat(ResetKind.DEFAULT.boundaries(0, MONDAY)).isEmpty();
        assertThat(ResetKind.DAILY.boundaries(MONDAY, MONDAY - 86_400)).isEmpty();
    }

    @Property
    void crossesExactlyWhenThereIsABoundary(
            @ForAll ResetKind kind,
            @ForAll @LongRange(min = 1_780_000_000, max = 1_782_000_000) long from,
            @ForAll @LongRange(min = 1_780_000_000, max = 1_782_000_000) long to) {
        assertThat(kind.crosses(from, to))
                .isEqualTo(kind.boundaries(from, to).findAny().isPresent());
    }

    @Property
    void dayAndWeekStartAtElevenAndNeverLieAhead(
            @ForAll @LongRange(min = -9_000_000_000L, max = 9_000_000_000L) long time) {
        long day = TroveTime.dayStart(time);
        long week = TroveTime.weekStart(time);
        assertThat(time - day).isBetween(0L, 86_399L);
        assertThat(time - week).isBetween(0L, TroveTime.WEEK - 1);
        assertThat(Instant.ofEpochSecond(day).toString()).endsWith("T11:00:00Z");
        assertThat(Instant.ofEpochSecond(week).atZone(java.time.ZoneOffset.UTC).getDayOfWeek())
                .isEqualTo(java.time.DayOfWeek.MONDAY);
    }

    @Test
    void knowsTheLastReset() {
        assertThat(ResetKind.WEEKLY.lastReset(MONDAY + 5)).isEqualTo(MONDAY);
        assertThat(ResetKind.DAILY.lastReset(MONDAY + 86_400 + 5)).isEqualTo(MONDAY + 86_400);
        assertThat(ResetKind.NONE.lastReset(MONDAY)).isZero();
    }

    @Test
    void prefersTheOverrideThenTheTableThenDefault() {
        assertThat(ResetKinds.effective(32000, null)).isEqualTo(ResetKind.DAILY);
        assertThat(ResetKinds.effective(4005, "none")).isEqualTo(ResetKind.NONE);
        assertThat(ResetKinds.effective(4005, "nonsense")).isEqualTo(ResetKind.WEEKLY);
        assertThat(ResetKinds.effective(30012, null)).isEqualTo(ResetKind.DEFAULT);
    }
}
