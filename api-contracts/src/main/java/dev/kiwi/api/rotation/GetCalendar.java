package dev.kiwi.api.rotation;

import java.util.List;
import java.util.Set;

/** Query for what overlaps a time, answered with {@link CalendarEvents}. */
public record GetCalendar(TimeWindow time, Set<CalendarType> types) {
    /** @param items by start, then by type */
    public record CalendarEvents(List<CalendarEvent> items) {}
}
