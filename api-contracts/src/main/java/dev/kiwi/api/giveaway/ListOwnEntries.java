package dev.kiwi.api.giveaway;

/** Query for the {@link OwnEntries} of a site user: won ones first, then the last to end. */
public record ListOwnEntries(String siteUserId) {}
