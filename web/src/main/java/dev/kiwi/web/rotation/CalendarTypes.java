package dev.kiwi.web.rotation;

import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.web.http.InvalidParameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Types of calendar events as a request names them. */
final class CalendarTypes {
    private CalendarTypes() {}

    /** The usual ones and those of a comma list. @throws InvalidParameter (422) for another word */
    static Set<CalendarType> including(String extras) {
        Set<CalendarType> types = usual();
        types.addAll(parse("include", extras, CalendarType::isExtra));
        return types;
    }

    /** Those of a comma list, the usual ones for an empty one. @throws InvalidParameter (422) for another word */
    static Set<CalendarType> only(String list) {
        Set<CalendarType> types = parse("type", list, type -> true);
        return types.isEmpty() ? usual() : types;
    }

    private static Set<CalendarType> usual() {
        Set<CalendarType> types = EnumSet.allOf(CalendarType.class);
        types.removeIf(CalendarType::isExtra);
        return types;
    }

    private static Set<CalendarType> parse(String parameter, String list, Predicate<CalendarType> allowed) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> CalendarType.of(word)
                        .filter(allowed)
                        .orElseThrow(() ->
                                new InvalidParameter("query", parameter, "must name types of calendar events", "enum")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CalendarType.class)));
    }
}
