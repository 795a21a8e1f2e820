package dev.kiwi.api.siteuser;

import java.util.List;

/** Sessions to be forgotten. */
public record ExpiredSiteSessions(List<ExpireSiteSession> items) {}
