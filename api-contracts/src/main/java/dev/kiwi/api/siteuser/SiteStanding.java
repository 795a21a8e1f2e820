package dev.kiwi.api.siteuser;

/**
 * What a sign-in of a site user is decided on.
 *
 * @param active whether there may be sessions
 * @param tokenVersion of the tokens that are good now
 */
public record SiteStanding(String siteUserId, boolean active, int tokenVersion) {}
