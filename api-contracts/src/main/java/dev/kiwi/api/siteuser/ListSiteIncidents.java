package dev.kiwi.api.siteuser;

/** Query for what a site user should know of, newest first; answered with {@link dev.kiwi.api.session.IncidentList}. */
public record ListSiteIncidents(String siteUserId, int atMost) {}
