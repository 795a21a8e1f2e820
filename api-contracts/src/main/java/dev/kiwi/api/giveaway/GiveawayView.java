package dev.kiwi.api.giveaway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A giveaway as the read model knows it.
 *
 * @param drawerName as the drawer is called now; null when it is gone
 * @param winnerUserId null, as the name, while there is none, and once the winner has deleted the account
 */
public record GiveawayView(
        String id,
        String title,
        @Nullable String description,
        String prizeName,
        GiveawayStatus status,
        Instant startsAt,
        Instant endsAt,
        int entryCount,
        String drawerId,
        @Nullable String drawerName,
        String codeId,
        @Nullable String winnerUserId,
        @Nullable String winnerName,
        @Nullable Instant drawnAt,
        Instant createdAt) {}
