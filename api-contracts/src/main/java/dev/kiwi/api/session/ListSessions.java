package dev.kiwi.api.session;

/** Query for the good sessions of an account, most recently used first; answered with {@link SessionList}. */
public record ListSessions(String accountId) {}
