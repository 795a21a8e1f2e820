package dev.kiwi.query.misc;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 as people write it: a date, perhaps a time behind {@code T} or a blank, perhaps an offset; with separators or
 * without. Fractions of a second are dropped.
 *
 * @param offset null when the text has none
 */
record WrittenTime(LocalDateTime local, @Nullable ZoneOffset offset) {
    private static final Pattern ISO = Pattern.compile("""
            (?<year>\\d{4})(?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})\
            ([Tt ](?<hour>\\d{2})(:?(?<minute>\\d{2})(:?(?<second>\\d{2})([.,]\\d{1,9})?)?)?)?\
            \\s?(?<offset>[Zz]|[+-]\\d{2}(:?\\d{2})?)?""");

    /** Empty for what cannot be read, and for days and times that there are not. */
    static Optional<WrittenTime> read(String text) {
        Matcher parts = ISO.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(parts, "year"),
                    number(parts, "month"),
                    number(parts, "day"),
                    number(parts, "hour"),
                    number(parts, "minute"),
                    number(parts, "second"));
            return Optional.of(new WrittenTime(local, offset(parts.group("offset"))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, String name) {
        String digits = parts.group(name);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /**
     * Unix seconds. Of a time that a change of clocks repeats, the first; one that it leaves out is read by the offset that
     * was in force before.
     *
     * @param zone where the text has no offset
     */
    long epochSecond(ZoneId zone) {
        // Java's own choices in both cases.
        return local.atZone(offset == null ? zone : offset).toEpochSecond();
    }
}
