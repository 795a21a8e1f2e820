package dev.kiwi.api.rotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the calendar shows, in unix seconds.
 *
 * @param type slug of a {@link CalendarType}
 * @param color six hex digits
 * @param state of Fluxion: {@code voting} or {@code selling}
 */
public record CalendarEvent(
        String type,
        String name,
        long startsAt,
        long endsAt,
        @Nullable String color,
        @Nullable String state,
        @Nullable List<CalendarBiome> biomes) {

    public record CalendarBiome(String name, String icon) {}
}
