package dev.kiwi.api.token;

/** Query for one {@link TokenView}; refused with {@code not_found} when there is none. */
public record FindToken(String tokenId) {}
