package dev.kiwi.api.release;

import org.jspecify.annotations.Nullable;

/** @param fetchedAt unix seconds; null when nothing was ever fetched, and the changelog is empty */
public record StoredChangelog(Changelog changelog, @Nullable Long fetchedAt) {}
