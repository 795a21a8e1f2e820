package dev.kiwi.api.session;

/** Query for sessions whose time is over and that are not forgotten yet, answered with {@link ExpiredSessions}. */
public record FindExpiredSessions(int atMost) {}
