package dev.kiwi.api.rotation;

import java.util.List;

/**
 * The merchant's present visit, otherwise the next (rotations.md 2.4).
 *
 * @param secondsRemaining to its end while it is active, otherwise to its beginning
 * @param schedule this visit and those after it
 */
public record Corruxion(
        boolean active, long startsAt, long endsAt, long secondsRemaining, List<MerchantVisit> schedule) {}
