package dev.kiwi.api.token;

/** Query for all tokens of an account, oldest first, answered with {@link TokenList}. */
public record ListTokens(String accountId) {}
