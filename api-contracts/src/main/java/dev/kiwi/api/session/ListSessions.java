package dev.kiwi.api.session;

/**
 * Query for the sessions of an account, most recently used first, answered with {@link SessionList}. Expired ones are
 * never among them.
 *
 * @param withRevoked also those that were ended
 */
public record ListSessions(String accountId, boolean withRevoked) {}
