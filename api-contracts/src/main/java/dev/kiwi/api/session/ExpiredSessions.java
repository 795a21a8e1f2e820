package dev.kiwi.api.session;

import java.util.List;

/** Sessions to be forgotten. */
public record ExpiredSessions(List<ExpireSession> items) {}
