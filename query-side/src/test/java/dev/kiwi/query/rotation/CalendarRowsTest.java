package dev.kiwi.query.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kiwi.api.rotation.CalendarEvent;
import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.api.rotation.LuxionRun;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.query.rotation.SlowRotations.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CalendarRowsTest {
    private static final long YEAR = 365 * 86_400;
    private static final long FIRST = 1_577_836_800;
    private static final long LAST = 1_893_456_000;
    private static final long NOW = Instant.parse("2026-11-22T13:00:00Z").getEpochSecond();

    private final CalendarRows rows = new CalendarRows(Calculations.get(), List.of(), Map.of());

    private static TimeWindow around(long at) {
        return new TimeWindow(at - YEAR, at + YEAR);
    }

    private List<Span> spans(long at, CalendarType type) {
        return rows.overlapping(around(at), Set.of(type)).stream()
                .map(event -> new Span(Instant.ofEpochSecond(event.startsAt()), Instant.ofEpochSecond(event.endsAt())))
                .toList();
    }

    private static List<Span> slow(long at, LocalDate first, int every, int open) {
        TimeWindow time = around(at);
        return SlowRotations.overlapping(
                first, every, open, Instant.ofEpochSecond(time.startsAt()), Instant.ofEpochSecond(time.endsAt()));
    }

    @Property(tries = 20)
    void hasEveryOccurrenceThatOverlapsTheTime(@ForAll @LongRange(min = FIRST, max = LAST) long at) {
        LocalDate monday = LocalDate.of(2020, 3, 23);
        assertThat(spans(at, CalendarType.WEEKLY_BUFF)).isEqualTo(slow(at, monday, 7, 7));
        assertThat(spans(at, CalendarType.DAILY_BUFF)).isEqualTo(slow(at, monday, 1, 1));
        assertThat(spans(at, CalendarType.CORRUXION)).isEqualTo(slow(at, LocalDate.of(2024, 3, 8), 14, 3));
        assertThat(spans(at, CalendarType.FLUXION)).isEqualTo(slow(at, LocalDate.of(2023, 7, 18), 7, 3));
        assertThat(spans(at, CalendarType.CHAOS_CHEST)).isEqualTo(slow(at, LocalDate.of(2023, 7, 18), 7, 7));
        assertThat(spans(at, CalendarType.GARDENING_2)).isEqualTo(slow(at, LocalDate.of(2025, 5, 24), 2, 1));
        assertThat(spans(at, CalendarType.GARDENING_3)).isEqualTo(slow(at, LocalDate.of(2025, 5, 25), 3, 1));
        assertThat(spans(at, CalendarType.STAMPY)).isEqualTo(slow(at, LocalDate.of(2023, 9, 30), 7, 2));
        assertThat(spans(at, CalendarType.MANA)).isEqualTo(slow(at, LocalDate.of(2023, 11, 20), 7, 7));
        assertThat(spans(at, CalendarType.LUXION)).isEmpty();
    }

    @Test
    void theUsualTypesAreAboutATwoYearsWorth() {
        EnumSet<CalendarType> usual = EnumSet.allOf(CalendarType.class);
        usual.removeIf(CalendarType::isExtra);
        List<CalendarEvent> events = rows.overlapping(around(NOW), usual);
        assertThat(events).hasSizeBetween(1_060, 1_100);
        assertThat(events)
                .isSortedAccordingTo(
                        Comparator.comparingLong(CalendarEvent::startsAt).thenComparing(CalendarEvent::type));
        assertThat(Arrays.stream(CalendarType.values()).filter(CalendarType::isExtra))
                .containsExactly(CalendarType.DAILY_BUFF, CalendarType.LONGSHADE, CalendarType.CHAOS_CHEST);
    }

    @Test
    void aVisitThatTwoRunsHaveIsOneRow() {
        LuxionRun first = new LuxionRun(1_792_321_200);
        LuxionRun next = LuxionRun.seenAt(first.time().endsAt());
        assertThat(next.visits()).contains(first.visits().getLast());
        List<CalendarEvent> events = new CalendarRows(Calculations.get(), List.of(first, next), Map.of())
                .overlapping(around(first.dayAnchor()), Set.of(CalendarType.LUXION));
        assertThat(events).hasSize(2 * LuxionRun.VISITS - 1).doesNotHaveDuplicates();
    }

    @Test
    void rowsSayWhatTheyAre() {
        TimeWindow hour = new TimeWindow(NOW, NOW + 3_600);
        assertThat(rows.overlapping(hour, Set.of(CalendarType.LONGSHADE)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("longshade");
                    assertThat(event.biomes()).hasSize(3);
                });
        assertThat(rows.overlapping(hour, Set.of(CalendarType.MANA)).getFirst().biomes())
                .hasSize(3);
        assertThat(rows.overlapping(around(NOW), Set.of(CalendarType.STAMPY)))
                .allMatch(event -> event.biomes() != null && event.biomes().size() == 1);
        assertThat(rows.overlapping(around(NOW), Set.of(CalendarType.FLUXION)).subList(0, 2))
                .extracting(CalendarEvent::name, CalendarEvent::state, CalendarEvent::color)
                .containsExactlyInAnyOrder(
                        tuple("Fluxion (Voting)", "voting", "5ca8cc"), tuple("Fluxion (Selling)", "selling", "02679e"));
        assertThat(rows.overlapping(hour, Set.of(CalendarType.DAILY_BUFF)))
                .extracting(CalendarEvent::name, CalendarEvent::color)
                .containsExactly(tuple("Loot Day", "fdcf07"));
    }

    @Test
    void capturesHaveTheirNames() {
        LuxionRun run = LuxionRun.seenAt(NOW);
        long week = Instant.parse("2026-11-17T11:00:00Z").getEpochSecond();
        CalendarRows captured = new CalendarRows(Calculations.get(), List.of(run), Map.of(week, "Shadow Chest"));
        assertThat(captured.overlapping(around(NOW), Set.of(CalendarType.LUXION)))
                .hasSize(7)
                .allMatch(event -> event.name().equals("Luxion"));
        assertThat(captured.overlapping(new TimeWindow(week - 1, week + 1), Set.of(CalendarType.CHAOS_CHEST)))
                .extracting(CalendarEvent::name)
                .containsExactly("Chaos Chest", "Shadow Chest");
    }
}
