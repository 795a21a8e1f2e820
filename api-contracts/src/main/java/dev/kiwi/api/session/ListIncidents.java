package dev.kiwi.api.session;

/** Query for what the owner of an account should know of, newest first, answered with {@link IncidentList}. */
public record ListIncidents(String accountId, int atMost) {}
