package dev.kiwi.api.token;

import java.util.List;

/** The tokens of one account, oldest first, revoked and expired ones included. */
public record TokenList(List<TokenView> items) {}
