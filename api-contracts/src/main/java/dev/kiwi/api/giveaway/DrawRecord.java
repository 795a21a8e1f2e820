package dev.kiwi.api.giveaway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody needs to draw again (ADR 0030); nothing of it is personal.
 *
 * @param commitment SHA-256 of the seed's 32 bytes, lower-case hex
 * @param tickets of those drawn from, in the order in which they entered; empty before
 * @param outcome null while there is none
 */
public record DrawRecord(
        String giveawayId,
        GiveawayStatus status,
        String commitment,
        int entryCount,
        List<String> tickets,
        @Nullable Outcome outcome) {

    /**
     * @param seed lower-case hex
     * @param entrantsHash null, as the winner, when nobody had entered
     * @param leftOut how many of the entries were of people who had deleted themselves
     */
    public record Outcome(
            String seed,
            @Nullable String entrantsHash,
            @Nullable Integer winnerIndex,
            @Nullable String winnerTicket,
            int leftOut,
            Instant at) {}
}
