package dev.kiwi.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One violation in a 422 (platform.md 1.6). It never holds the offending value.
 *
 * @param loc where: {@code body}, {@code query}, {@code path} or {@code header}, then field names and indexes
 * @param type slug, for example {@code string_too_short}
 */
record ErrorDetail(List<Object> loc, String msg, String type) {
    private static final Pattern SEGMENT = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    /** @param path as Java writes it, for example {@code items[0].displayName} */
    static ErrorDetail at(String source, String path, String msg, String type) {
        List<Object> loc = new ArrayList<>();
        loc.add(source);
        Matcher segments = SEGMENT.matcher(path);
        while (segments.find()) {
            String index = segments.group(2);
            loc.add(index == null ? snakeCase(segments.group(1)) : (Object) Integer.valueOf(index));
        }
        return new ErrorDetail(List.copyOf(loc), msg, type);
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
