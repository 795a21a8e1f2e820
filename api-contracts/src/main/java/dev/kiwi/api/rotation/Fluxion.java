package dev.kiwi.api.rotation;

import java.util.List;

/**
 * The merchant's present visit, otherwise the next (rotations.md 2.5).
 *
 * @param state {@code voting} or {@code selling} while active, otherwise {@code away}
 * @param secondsRemaining to its end while it is active, otherwise to its beginning
 * @param schedule this visit and those after it
 */
public record Fluxion(
        boolean active,
        String state,
        long startsAt,
        long endsAt,
        long secondsRemaining,
        List<MerchantVisit> schedule) {}
