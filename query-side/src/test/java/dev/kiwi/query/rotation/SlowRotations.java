package dev.kiwi.query.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rotations by the calendar: game days are the dates of UTC less eleven hours, and occurrences are found by walking
 * from one to the next. Shares no code and no figures with what it checks.
 */
final class SlowRotations {
    record Span(Instant start, Instant end) {
        boolean holds(Instant at) {
            return !at.isBefore(start) && at.isBefore(end);
        }
    }

    private SlowRotations() {}

    static LocalDate gameDay(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).minusHours(11).toLocalDate();
    }

    /** When a game day begins. */
    static Instant begin(LocalDate day) {
        return day.atTime(11, 0).toInstant(ZoneOffset.UTC);
    }

    static String weekday(Instant at) {
        String name = gameDay(at).getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** A game day's number modulo something, counted by days from another one. */
    static int count(LocalDate from, LocalDate day, ChronoUnit unit, int modulo) {
        LocalDate earlier = from;
        // Far enough back that counting is forward, and a multiple of what is counted.
        while (earlier.isAfter(day)) {
            earlier = earlier.minus((long) modulo * 100, unit);
        }
        return (int) (unit.between(earlier, day) % modulo);
    }

    static int weeklySlot(Instant at) {
        return count(LocalDate.of(2020, 3, 23), gameDay(at), ChronoUnit.WEEKS, 4);
    }

    /** The span that holds the moment, or the next one; walks by whole days of the game. */
    static Span visit(LocalDate first, int everyDays, int openDays, Instant at) {
        LocalDate day = first;
        while (begin(day).isAfter(at)) {
            day = day.minusDays(everyDays);
        }
        while (!begin(day.plusDays(openDays)).isAfter(at)) {
            day = day.plusDays(everyDays);
        }
        return new Span(begin(day), begin(day.plusDays(openDays)));
    }

    /** Fluxion votes on the Tuesdays that are a whole number of fortnights from 2023-07-18. */
    static String fluxionPhase(Instant start) {
        return count(LocalDate.of(2023, 7, 18), gameDay(start), ChronoUnit.DAYS, 14) == 0 ? "voting" : "selling";
    }

    /** The harvest of the cycle that the moment lies in: the last day of the cycle. */
    static Span harvest(int days, Instant at) {
        LocalDate day = gameDay(at);
        int into = count(LocalDate.of(2025, 5, 23), day, ChronoUnit.DAYS, days);
        LocalDate last = day.plusDays(days - 1L - into);
        return new Span(begin(last), begin(last.plusDays(1)));
    }

    /** The three-hour slot, and how many there were since the anchor (less for before), by walking. */
    static Map.Entry<Span, Long> slot(Instant at) {
        Instant anchor = Instant.parse("2024-06-18T11:00:00Z");
        long days = ChronoUnit.DAYS.between(begin(gameDay(anchor)), begin(gameDay(at)));
        Instant start = begin(gameDay(at));
        long slot = days * 8;
        while (!start.plus(Duration.ofHours(3)).isAfter(at)) {
            start = start.plus(Duration.ofHours(3));
            slot++;
        }
        return Map.entry(new Span(start, start.plus(Duration.ofHours(3))), slot);
    }

    /** Weeks from a day on which one begins, by walking. */
    static long weeksSince(LocalDate first, Instant at) {
        long weeks = 0;
        LocalDate day = first;
        while (begin(day).isAfter(at)) {
            day = day.minusWeeks(1);
            weeks--;
        }
        while (!begin(day.plusWeeks(1)).isAfter(at)) {
            day = day.plusWeeks(1);
            weeks++;
        }
        return weeks;
    }

    /** Everything of a kind that overlaps a time, day by day. */
    static List<Span> overlapping(LocalDate first, int everyDays, int openDays, Instant from, Instant to) {
        LocalDate day = first;
        while (begin(day.plusDays(openDays)).isAfter(from)) {
            day = day.minusDays(everyDays);
        }
        List<Span> spans = new ArrayList<>();
        for (; begin(day).isBefore(to); day = day.plusDays(everyDays)) {
            if (begin(day.plusDays(openDays)).isAfter(from)) {
                spans.add(new Span(begin(day), begin(day.plusDays(openDays))));
            }
        }
        return spans;
    }
}
