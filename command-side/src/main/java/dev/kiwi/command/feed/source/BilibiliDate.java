package dev.kiwi.command.feed.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Bilibili's pages write them; UTC. */
final class BilibiliDate {
    private static final Pattern HOURS = Pattern.compile("([0-9]{1,4})小时前");
    private static final Pattern MINUTES = Pattern.compile("([0-9]{1,4})分钟前");
    private static final Pattern DAY = Pattern.compile("(?:([0-9]{4})-)?([0-9]{1,2})-([0-9]{1,2})");

    private BilibiliDate() {}

    /** Now for what cannot be read. */
    static Instant read(String text, Instant now) {
        if (text.equals("昨天")) {
            return now.minus(Duration.ofDays(1));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return now.minus(Duration.ofHours(Long.parseLong(hours.group(1))));
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return now.minus(Duration.ofMinutes(Long.parseLong(minutes.group(1))));
        }
        Matcher day = DAY.matcher(text);
        return day.matches() ? day(day, now) : now;
    }

    private static Instant day(Matcher day, Instant now) {
        int month = Integer.parseInt(day.group(2));
        int dayOfMonth = Integer.parseInt(day.group(3));
        int thisYear = now.atOffset(ZoneOffset.UTC).getYear();
        try {
            if (day.group(1) != null) {
                return start(Integer.parseInt(day.group(1)), month, dayOfMonth);
            }
            // A leap day exists in one of the two years only.
            Instant candidate = dayOfMonth > LocalDate.of(thisYear, month, 1).lengthOfMonth()
                    ? Instant.MAX
                    : start(thisYear, month, dayOfMonth);
            return candidate.isAfter(now) ? start(thisYear - 1, month, dayOfMonth) : candidate;
        } catch (DateTimeException noSuchDay) {
            return now;
        }
    }

    private static Instant start(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
