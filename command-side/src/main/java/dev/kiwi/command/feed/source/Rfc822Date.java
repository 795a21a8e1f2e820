package dev.kiwi.command.feed.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as mail and RSS write them, with the zones and the short years of old. */
final class Rfc822Date {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:[A-Za-z]{3,9},?\\s+)?([0-9]{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+"
                    + "([0-9]{4}|[0-9]{2})\\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\s*([A-Za-z]{1,5}|[+-][0-9]{4})?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Hours; other names count as UTC, as RFC 2822 asks. */
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private static final int CENTURY = 100;
    /** Two digits below mean this century. */
    private static final int PIVOT = 50;

    private Rfc822Date() {}

    /** Null for what cannot be read. */
    static @Nullable Instant read(String text) {
        Matcher date = SHAPE.matcher(text.strip());
        if (!date.matches()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    year(date.group(3)),
                    MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1,
                    Integer.parseInt(date.group(1)),
                    Integer.parseInt(date.group(4)),
                    Integer.parseInt(date.group(5)),
                    date.group(6) == null ? 0 : Integer.parseInt(date.group(6)));
            return IsoTime.storable(local.toInstant(zone(date.group(7))));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year >= CENTURY ? year : year + (year < PIVOT ? 2000 : 1900);
    }

    private static ZoneOffset zone(@Nullable String zone) {
        return zone != null && (zone.startsWith("+") || zone.startsWith("-"))
                ? ZoneOffset.of(zone)
                : ZoneOffset.ofHours(zone == null ? 0 : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
    }
}
