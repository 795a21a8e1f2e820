package dev.kiwi.api.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** In upstream's order. @param fetchedAt unix seconds; null when nothing was ever fetched */
public record StreamList(List<TwitchStream> items, @Nullable Long fetchedAt) {}
