package dev.kiwi.api.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameCycleTest {
    /** 2020-01-01 to 2030-01-01. */
    private static final long FIRST = 1_577_836_800;

    private static final long LAST = 1_893_456_000;
    private static final Set<GameCycle> ALWAYS_OPEN = Set.of(
            GameCycle.DAILY_BUFF,
            GameCycle.WEEKLY_BUFF,
            GameCycle.CHAOS_CHEST,
            GameCycle.LONGSHADE,
            GameCycle.WILD_MANA,
            GameCycle.DELVE_WEEK);

    @Property
    void everyMomentIsInThePeriodOfItsIndex(
            @ForAll GameCycle cycle, @ForAll @LongRange(min = FIRST, max = LAST) long at) {
        long index = cycle.index(at);
        assertThat(cycle.index(at - cycle.period())).isEqualTo(index - 1);
        assertThat(cycle.window(index + 1).startsAt() - cycle.window(index).startsAt())
                .isEqualTo(cycle.period());
        // No window reaches beyond its own period.
        assertThat(cycle.window(index - 1).endsAt()).isLessThanOrEqualTo(at);
        assertThat(cycle.window(index + 1).startsAt()).isGreaterThan(at);
    }

    @Property
    void whatIsAlwaysOpenTilesTimeWithoutGapAndOverlap(
            @ForAll GameCycle cycle, @ForAll @LongRange(min = FIRST, max = LAST) long at) {
        TimeWindow window = cycle.windowAt(at);
        if (ALWAYS_OPEN.contains(cycle)) {
            assertThat(window.contains(at)).isTrue();
            assertThat(cycle.window(cycle.index(at) + 1).startsAt()).isEqualTo(window.endsAt());
        } else {
            assertThat(cycle.window(cycle.index(at) + 1).startsAt()).isGreaterThan(window.endsAt());
        }
    }

    @Property
    void theCurrentOrNextWindowIsTheFirstThatHasNotEnded(
            @ForAll GameCycle cycle, @ForAll @LongRange(min = FIRST, max = LAST) long at) {
        long index = cycle.currentOrNext(at);
        assertThat(cycle.window(index).endsAt()).isGreaterThan(at);
        assertThat(cycle.window(index - 1).endsAt()).isLessThanOrEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY_BUFF, 2020-03-23T11:00:00Z",
        "CORRUXION, 2024-03-08T11:00:00Z",
        "FLUXION, 2023-07-18T11:00:00Z",
        "CHAOS_CHEST, 2023-07-18T11:00:00Z",
        "LONGSHADE, 2024-06-18T11:00:00Z",
        "WILD_MANA, 2023-11-20T11:00:00Z",
        "STAMPY, 2023-09-30T11:00:00Z",
        "LUXION, 2025-10-10T11:00:00Z",
        "DELVE_WEEK, 2025-11-03T11:00:00Z"
    })
    void anchorsAreThoseOfTheSpec(GameCycle cycle, Instant anchor) {
        long at = anchor.getEpochSecond();
        assertThat(cycle.window(0).startsAt()).isEqualTo(at);
        assertThat(cycle.index(at)).isZero();
        assertThat(cycle.index(at - 1)).isEqualTo(-1);
    }

    @Test
    void harvestsAreOnTheLastDaysOfTheirCycles() {
        long anchor = Instant.parse("2025-05-23T11:00:00Z").getEpochSecond();
        assertThat(GameCycle.TWO_DAY_PLANTS.window(0)).isEqualTo(new TimeWindow(anchor + 86_400, anchor + 2 * 86_400));
        assertThat(GameCycle.THREE_DAY_PLANTS.window(0))
                .isEqualTo(new TimeWindow(anchor + 2 * 86_400, anchor + 3 * 86_400));
    }

    /** Half an hour by half an hour, by the calendar. */
    @Property
    void challengesAreWhereTheCalendarHasThem(@ForAll @LongRange(min = FIRST, max = LAST) long at) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC).withMinute(0).withSecond(0);
        LocalDateTime half = time.plusMinutes(30);
        LocalDateTime game = time.minusHours(11);
        boolean friday = game.getDayOfWeek() == DayOfWeek.FRIDAY;
        boolean second = friday && at >= half.toEpochSecond(ZoneOffset.UTC);
        long start = (second ? half : time).toEpochSecond(ZoneOffset.UTC);
        ChallengeWindow window = ChallengeWindow.at(at);
        assertThat(window).isEqualTo(new ChallengeWindow(new TimeWindow(start, start + 1_200), friday));

        long next = window.next();
        assertThat(ChallengeWindow.at(next).time().startsAt()).isEqualTo(next).isGreaterThan(at);
        assertThat(ChallengeWindow.at(next - 1)).isEqualTo(window);
    }

    @Property
    void luxionsVisitsBeginWithinADayOfTheAnchorAndFillItsWeek(@ForAll @LongRange(min = FIRST, max = LAST) long at) {
        LuxionRun run = LuxionRun.seenAt(at);
        assertThat(Instant.ofEpochSecond(run.dayAnchor()).toString()).endsWith("T11:00:00Z");
        assertThat(at - run.dayAnchor()).isBetween(0L, 86_399L);
        List<TimeWindow> visits = run.visits();
        assertThat(visits).hasSize(LuxionRun.VISITS);
        assertThat(visits.getFirst().startsAt() - run.dayAnchor()).isBetween(0L, 27 * 3_600L - 1);
        assertThat(Math.floorMod(visits.getFirst().startsAt() - 1_760_094_000, 27 * 3_600))
                .isZero();
        assertThat(IntStream.range(1, 7)
                        .mapToLong(i ->
                                visits.get(i).startsAt() - visits.get(i - 1).startsAt()))
                .containsOnly(27 * 3_600L);
        assertThat(run.time().startsAt()).isEqualTo(visits.getFirst().startsAt());
        assertThat(run.time().endsAt()).isEqualTo(run.time().startsAt() + 7 * 86_400);
    }

    @Test
    void countdownsRunToTheNextEdge() {
        TimeWindow window = new TimeWindow(100, 200);
        assertThat(List.of(
                        window.secondsRemaining(90),
                        window.secondsRemaining(100),
                        window.secondsRemaining(199),
                        window.secondsRemaining(200),
                        window.secondsRemaining(300)))
                .containsExactly(10L, 100L, 1L, 0L, 0L);
    }

    @Test
    void depthsComeOutAsTheyWentIn() {
        DelveDepths depths = DelveDepths.of(7, 1, "[{\"depth\":1,\"name\":\"Ünder\"}]");
        assertThat(DelveDepths.unpack(depths.packed())).isEqualTo("[{\"depth\":1,\"name\":\"Ünder\"}]");
        assertThat(depths).isEqualTo(DelveDepths.of(7, 1, "[{\"depth\":1,\"name\":\"Ünder\"}]"));
    }
}
