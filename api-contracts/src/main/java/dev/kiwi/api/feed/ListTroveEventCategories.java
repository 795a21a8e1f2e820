package dev.kiwi.api.feed;

/** Query for the categories that the calendar's events have, answered with {@link TroveEventCategories}. */
public record ListTroveEventCategories() {}
