package dev.kiwi.api.account;

/** Query for an {@link AccountView}; refused with {@code not_found} when there is none. */
public record FindAccount(String accountId) {}
