package dev.kiwi.api.misc;

import org.jspecify.annotations.Nullable;

/** @param addedBy account; null for the configuration @param createdAt unix seconds */
public record Supporter(String name, @Nullable String addedBy, long createdAt) {}
