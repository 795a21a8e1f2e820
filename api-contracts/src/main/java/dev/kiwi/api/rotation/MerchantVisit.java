package dev.kiwi.api.rotation;

import org.jspecify.annotations.Nullable;

/** A visit of a merchant, in unix seconds. @param state Fluxion's {@code voting} or {@code selling}, Luxion's day */
public record MerchantVisit(
        long startsAt, long endsAt, @Nullable String state) {}
