package dev.kiwi.command.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a relay fares, over all nodes.
 *
 * @param host null while nobody is named
 * @param everySeconds from the end of one fetch to the begin of the next
 * @param configured false while something is missing that it cannot be asked without
 * @param leftAlone not called for now, because it failed too often or asked for that; as this node knows
 * @param ageSeconds since the last answer that could be used; null before the first
 * @param changedAt of the last answer that was other than the one before
 * @param failures in a row
 * @param lastError null after a success
 */
public record RelayStatus(
        String name,
        @Nullable String host,
        long everySeconds,
        boolean configured,
        boolean leftAlone,
        @Nullable Instant attemptedAt,
        @Nullable Instant fetchedAt,
        @Nullable Long ageSeconds,
        @Nullable Instant changedAt,
        int failures,
        @Nullable String lastError) {}
