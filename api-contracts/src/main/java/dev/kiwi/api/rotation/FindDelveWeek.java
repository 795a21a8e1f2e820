package dev.kiwi.api.rotation;

import org.jspecify.annotations.Nullable;

/** Query for a {@link DelveWeek}, an empty one when it is not known. */
public record FindDelveWeek(long week) {
    /** @param depths JSON array @param fetchedAt unix seconds; null for a week that is not known */
    public record DelveWeek(
            long week,
            long total,
            int count,
            String depths,
            @Nullable Long fetchedAt) {}
}
