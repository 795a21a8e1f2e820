package dev.kiwi.api.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Newest first. @param fetchedAt unix seconds; null when nothing was ever fetched */
public record VideoList(List<Video> items, @Nullable Long fetchedAt) {}
