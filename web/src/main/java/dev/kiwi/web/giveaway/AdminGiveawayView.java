package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.GiveawayView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A giveaway as administrators see it. @param vaultItemName as the drawer is called now; null when it is gone */
record AdminGiveawayView(
        String id,
        String title,
        @Nullable String description,
        String prizeName,
        String status,
        Instant startsAt,
        Instant endsAt,
        int entryCount,
        @Nullable String winnerUsername,
        String vaultItemId,
        @Nullable String vaultItemName,
        String prizeCodeId,
        @Nullable String winnerUserId,
        @Nullable Instant drawnAt,
        Instant createdAt) {

    static AdminGiveawayView of(GiveawayView giveaway) {
        return new AdminGiveawayView(
                giveaway.id(),
                giveaway.title(),
                giveaway.description(),
                giveaway.prizeName(),
                giveaway.status().text(),
                giveaway.startsAt(),
                giveaway.endsAt(),
                giveaway.entryCount(),
                giveaway.winnerName(),
                giveaway.drawerId(),
                giveaway.drawerName(),
                giveaway.codeId(),
                giveaway.winnerUserId(),
                giveaway.drawnAt(),
                giveaway.createdAt());
    }
}
