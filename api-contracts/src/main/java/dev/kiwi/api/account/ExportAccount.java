package dev.kiwi.api.account;

/** Query for an {@link AccountExport}; refused with {@code not_found} when there is none. */
public record ExportAccount(String accountId) {}
