package dev.kiwi.api.usage;

/** Query for an {@link ActivitySummary}. @param days window up to now, of 24 hours each */
public record GetActivity(UsageFilter filter, int days) {}
