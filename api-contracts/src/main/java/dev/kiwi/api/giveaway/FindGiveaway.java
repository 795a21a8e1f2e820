package dev.kiwi.api.giveaway;

/** Query for a {@link GiveawayView}; refused with {@code not_found} when there is none. */
public record FindGiveaway(String giveawayId) {}
