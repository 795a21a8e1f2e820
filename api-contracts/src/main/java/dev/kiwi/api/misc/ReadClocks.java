package dev.kiwi.api.misc;

import java.util.List;

/** Query for what the clocks show at a moment, answered with {@link Clocks}. @param unix seconds */
public record ReadClocks(long unix) {
    public record Clocks(long unix, List<ZoneTime> zones) {}

    /**
     * @param datetime for example {@code 2026-06-05T12:00:00-11:00}
     * @param date for example {@code Jun 05, 2026}
     * @param time for example {@code 12:00:00}
     */
    public record ZoneTime(String id, String name, String datetime, String date, String time) {}
}
