package dev.kiwi.api.giveaway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a site user takes part, or did. */
public record OwnEntries(List<OwnEntry> items) {
    /** @param textId the prize's text in the vault; null for all but the winner */
    public record OwnEntry(
            String giveawayId,
            String title,
            String prizeName,
            GiveawayStatus status,
            Instant startsAt,
            Instant endsAt,
            Instant enteredAt,
            String ticket,
            boolean won,
            @Nullable String textId) {}
}
