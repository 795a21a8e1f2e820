package dev.kiwi.api.siteuser;

/** Query for all sessions that are held of a site user, ended ones too, oldest first; answered with {@link dev.kiwi.api.session.SessionList}. */
public record ExportSiteSessions(String siteUserId) {}
