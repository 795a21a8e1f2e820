package dev.kiwi.api.session;

/** Query for all sessions of an account, revoked ones included, oldest first; answered with {@link SessionExport}. */
public record ExportSessions(String accountId) {}
