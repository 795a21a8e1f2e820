package dev.kiwi.api.siteuser;

/** Query for sessions whose time is over and that are not forgotten yet, answered with {@link ExpiredSiteSessions}. */
public record FindExpiredSiteSessions(int atMost) {}
