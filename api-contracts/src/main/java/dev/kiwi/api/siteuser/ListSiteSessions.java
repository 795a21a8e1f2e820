package dev.kiwi.api.siteuser;

/** Query for the good sessions of a site user, most recently used first; answered with {@link dev.kiwi.api.session.SessionList}. */
public record ListSiteSessions(String siteUserId) {}
