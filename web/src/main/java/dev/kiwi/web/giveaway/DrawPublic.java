package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.DrawRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to check a draw; nothing of it is personal (ADR 0030).
 *
 * @param algorithm {@code kiwi-draw-1}
 * @param commitment SHA-256 of the seed, hex
 * @param entryCount entries so far, with those that were left out
 * @param leftOut entries of people who had deleted themselves before the draw
 * @param tickets those drawn from, in order; empty before the draw
 * @param seed 32 bytes, hex; null, as all that follows, before the draw
 * @param drawnAt unix seconds
 */
record DrawPublic(
        String giveawayId,
        String status,
        String algorithm,
        String commitment,
        int entryCount,
        int leftOut,
        List<String> tickets,
        @Nullable String seed,
        @Nullable String entrantsHash,
        @Nullable Integer winnerIndex,
        @Nullable String winnerTicket,
        @Nullable Long drawnAt) {
    private static final String ALGORITHM = "kiwi-draw-1";

    static DrawPublic of(DrawRecord draw) {
        DrawRecord.Outcome outcome = draw.outcome();
        return new DrawPublic(
                draw.giveawayId(),
                draw.status().text(),
                ALGORITHM,
                draw.commitment(),
                draw.entryCount(),
                outcome == null ? 0 : outcome.leftOut(),
                draw.tickets(),
                outcome == null ? null : outcome.seed(),
                outcome == null ? null : outcome.entrantsHash(),
                outcome == null ? null : outcome.winnerIndex(),
                outcome == null ? null : outcome.winnerTicket(),
                outcome == null ? null : outcome.at().getEpochSecond());
    }
}
