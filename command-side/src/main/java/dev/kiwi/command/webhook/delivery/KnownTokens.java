package dev.kiwi.command.webhook.delivery;

import java.util.Optional;

/** Whose an API token is, and what the owner knows it by. */
public interface KnownTokens {
    record KnownToken(String accountId, String name, String prefix) {}

    /**
     * Empty when the token is gone with its account. May block.
     *
     * @param position of an event that the answer must know of
     * @throws IllegalStateException when what it reads from is not there yet
     */
    Optional<KnownToken> of(String tokenId, long position);
}
