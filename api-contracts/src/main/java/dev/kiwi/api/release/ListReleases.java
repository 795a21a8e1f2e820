package dev.kiwi.api.release;

import org.jspecify.annotations.Nullable;

/** Query for a page of releases, newest first, answered with {@link ReleasePage}. @param channel null for both */
public record ListReleases(@Nullable Channel channel, int limit, int offset) {}
