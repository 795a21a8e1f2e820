package dev.kiwi.api.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that met their limits, who did most often first. */
public record ThrottledTokens(List<Token> items) {

    /**
     * @param hits requests with status 429
     * @param email of the owner; null when the account is gone
     * @param name null, like its prefix, when the token is gone
     */
    public record Token(
            String tokenId,
            long hits,
            @Nullable String email,
            @Nullable String name,
            @Nullable String prefix) {}
}
