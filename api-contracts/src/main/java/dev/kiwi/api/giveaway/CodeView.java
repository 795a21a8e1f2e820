package dev.kiwi.api.giveaway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code without its text.
 *
 * @param textId names the text in the vault
 * @param status {@code available}, {@code reserved} or {@code awarded}
 * @param giveawayId what it is for; null while it is available
 */
public record CodeView(
        String id,
        String drawerId,
        String textId,
        String status,
        @Nullable String giveawayId,
        @Nullable Instant awardedAt,
        Instant createdAt) {}
