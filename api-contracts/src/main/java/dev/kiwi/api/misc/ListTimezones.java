package dev.kiwi.api.misc;

import java.util.List;

/** Query for the zones that clocks are shown in, answered with {@link TimezoneList}. */
public record ListTimezones() {
    public record TimezoneList(List<Timezone> items, int count) {}

    /** @param id {@code trove}, eleven hours behind UTC, or an IANA id */
    public record Timezone(String id, String name) {}
}
