package dev.kiwi.command.mail;

import java.util.Optional;

/** Where an account's mail goes. */
public interface MailAddresses {
    /**
     * The account's address now; empty when the account is gone. May block.
     *
     * @param position of an event that the answer must know of
     * @throws IllegalStateException when what it reads from is not there yet
     */
    Optional<String> of(String accountId, long position);
}
