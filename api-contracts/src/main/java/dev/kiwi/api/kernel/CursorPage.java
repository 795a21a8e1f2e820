package dev.kiwi.api.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list that is walked by cursor (platform.md 1.12). {@code nextCursor} is set only when there is more. */
public record CursorPage<T>(List<T> items, @Nullable String nextCursor, boolean hasMore) {}
