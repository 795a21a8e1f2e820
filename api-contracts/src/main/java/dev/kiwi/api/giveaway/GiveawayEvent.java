package dev.kiwi.api.giveaway;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a giveaway and the entries of one. The text of its prize is in none (ADR 0030). */
public sealed interface GiveawayEvent {
    /** 24 lower-case hex digits. */
    String giveawayId();

    /**
     * @param status {@link GiveawayStatus#text()}
     * @param drawerId where the prize comes from
     * @param prizeName the drawer's name then
     * @param codeId the prize, reserved for it
     * @param commitment SHA-256 of the draw's seed, lower-case hex
     */
    @EventType(name = "giveaway.GiveawayCreated")
    record GiveawayCreated(
            String giveawayId,
            String title,
            @Nullable String description,
            Instant startsAt,
            Instant endsAt,
            String status,
            String drawerId,
            String prizeName,
            String codeId,
            String commitment,
            Instant createdAt)
            implements GiveawayEvent {}

    /** All that can be edited, as it is now. */
    @EventType(name = "giveaway.GiveawayEdited")
    record GiveawayEdited(
            String giveawayId,
            String title,
            @Nullable String description,
            Instant startsAt,
            Instant endsAt,
            String status,
            String drawerId,
            String prizeName,
            String codeId,
            Instant editedAt)
            implements GiveawayEvent {}

    @EventType(name = "giveaway.GiveawayOpened")
    record GiveawayOpened(String giveawayId, Instant openedAt) implements GiveawayEvent {}

    /**
     * Somebody takes part.
     *
     * @param username how the site user was shown then
     * @param ticket stands for the entry in public, 16 hex digits
     */
    @EventType(name = "giveaway.EntryAccepted")
    record EntryAccepted(
            String giveawayId,
            @DataSubject String siteUserId,
            @PersonalData @Nullable String username,
            String ticket,
            Instant enteredAt)
            implements GiveawayEvent {}

    /** From now on nobody can enter; what is drawn from is settled. */
    @EventType(name = "giveaway.EntriesClosed")
    record EntriesClosed(String giveawayId, Instant closedAt) implements GiveawayEvent {}

    /**
     * One entry has won, and its prize is awarded.
     *
     * @param winnerName how the winner was shown when entering
     * @param ticket of the winner
     * @param index of the winner among the entrants, from 0
     * @param entrants how many were drawn from
     * @param entrantsHash SHA-256 over the tickets, lower-case hex
     * @param seed what the commitment was the hash of, lower-case hex
     * @param leftOut tickets of people who had deleted themselves
     */
    @EventType(name = "giveaway.GiveawayDrawn")
    record GiveawayDrawn(
            String giveawayId,
            @DataSubject String winnerUserId,
            @PersonalData @Nullable String winnerName,
            String codeId,
            String ticket,
            int index,
            int entrants,
            String entrantsHash,
            String seed,
            List<String> leftOut,
            Instant drawnAt)
            implements GiveawayEvent {}

    /** It was to be drawn and nobody had entered. @param seed what the commitment was the hash of @param leftOut as above */
    @EventType(name = "giveaway.GiveawayClosed")
    record GiveawayClosed(String giveawayId, String codeId, String seed, List<String> leftOut, Instant closedAt)
            implements GiveawayEvent {}

    @EventType(name = "giveaway.GiveawayCancelled")
    record GiveawayCancelled(String giveawayId, String codeId, Instant cancelledAt) implements GiveawayEvent {}
}
