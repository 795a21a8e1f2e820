package dev.kiwi.api.giveaway;

/** Query for the {@link CodeList} of a drawer, the newest first; refused with {@code not_found} when there is no drawer. */
public record ListCodes(String drawerId) {}
