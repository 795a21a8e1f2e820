package dev.kiwi.command.mail;

/** Tells the account context of addresses that take no mail. */
public interface Bounces {
    /**
     * Mail to the account's address is refused for good; of no effect when the account has another address by now. May
     * block.
     */
    void refused(String accountId, String address);
}
