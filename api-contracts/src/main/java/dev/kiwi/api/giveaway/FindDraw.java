package dev.kiwi.api.giveaway;

/** Query for a {@link DrawRecord}; refused with {@code not_found} when there is no such giveaway. */
public record FindDraw(String giveawayId) {}
