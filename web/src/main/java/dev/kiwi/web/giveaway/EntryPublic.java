package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.OwnEntries.OwnEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the one sees it who made it.
 *
 * @param startsAt unix seconds, as all times
 * @param code the prize; null for all but the winner
 * @param ticket stands for the entry where the draw is published
 */
record EntryPublic(
        String giveawayId,
        String title,
        String prizeName,
        String status,
        long startsAt,
        long endsAt,
        long enteredAt,
        boolean won,
        @Nullable String code,
        String ticket) {

    static EntryPublic of(OwnEntry entry, @Nullable String code) {
        return new EntryPublic(
                entry.giveawayId(),
                entry.title(),
                entry.prizeName(),
                entry.status().text(),
                entry.startsAt().getEpochSecond(),
                entry.endsAt().getEpochSecond(),
                entry.enteredAt().getEpochSecond(),
                entry.won(),
                code,
                entry.ticket());
    }

    /** Leaves the code out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EntryPublic[" + giveawayId + "]";
    }
}
