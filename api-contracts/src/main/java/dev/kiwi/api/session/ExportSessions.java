package dev.kiwi.api.session;

/** Query for all sessions that are held of an account, ended ones too, oldest first; answered with {@link SessionList}. */
public record ExportSessions(String accountId) {}
