package dev.kiwi.api.account;

/** Query for the passkeys of an account, oldest first; answered with {@link PasskeyList}. */
public record ListPasskeys(String accountId) {}
