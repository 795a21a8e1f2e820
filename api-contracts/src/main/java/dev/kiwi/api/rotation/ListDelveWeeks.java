package dev.kiwi.api.rotation;

import java.util.List;

/** Query for the weeks that are stored, newest first, answered with {@link DelveWeekList}. */
public record ListDelveWeeks() {
    public record DelveWeekList(List<DelveWeekEntry> items) {}

    /** @param fetchedAt unix seconds */
    public record DelveWeekEntry(long week, long total, int count, long fetchedAt) {}
}
