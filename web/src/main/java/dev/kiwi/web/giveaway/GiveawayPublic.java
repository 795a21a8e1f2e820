package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.GiveawayView;
import org.jspecify.annotations.Nullable;

/**
 * A giveaway as everybody sees it (giveaways.md B).
 *
 * @param status {@code scheduled}, {@code open}, {@code drawn} or {@code closed}
 * @param startsAt unix seconds, as the other
 * @param winnerUsername null while there is no winner, and once the winner has deleted the account
 */
record GiveawayPublic(
        String id,
        String title,
        @Nullable String description,
        String prizeName,
        String status,
        long startsAt,
        long endsAt,
        int entryCount,
        @Nullable String winnerUsername) {

    static GiveawayPublic of(GiveawayView giveaway) {
        return new GiveawayPublic(
                giveaway.id(),
                giveaway.title(),
                giveaway.description(),
                giveaway.prizeName(),
                giveaway.status().text(),
                giveaway.startsAt().getEpochSecond(),
                giveaway.endsAt().getEpochSecond(),
                giveaway.entryCount(),
                giveaway.winnerName());
    }
}
