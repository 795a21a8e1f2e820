package dev.kiwi.api.usage;

import org.jspecify.annotations.Nullable;

/**
 * Query for {@link UsageEvents}, newest first. All of an account's are read page by page: the next one is below the last
 * id of the page before, and one with fewer than {@code limit} items is the last.
 *
 * @param below id of the last event that was seen; null from the newest on
 */
public record ListUsageEvents(UsageFilter filter, @Nullable String below, int limit) {}
