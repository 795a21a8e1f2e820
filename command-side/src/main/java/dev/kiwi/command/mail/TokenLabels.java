package dev.kiwi.command.mail;

import java.util.Optional;

/** What the owner of an API token knows it by. */
public interface TokenLabels {
    record TokenLabel(String name, String prefix) {}

    /**
     * Empty when the token is gone with its account. May block.
     *
     * @param position of an event that the answer must know of
     * @throws IllegalStateException when what it reads from is not there yet
     */
    Optional<TokenLabel> of(String tokenId, long position);
}
