package dev.kiwi.api.account;

import java.util.Locale;

/** Why a password was replaced; only {@link #CHANGED} is news to the owner, who is told by mail. */
public enum PasswordCause {
    /** The owner, who gave the one before. */
    CHANGED,
    /** The owner, through the link in a mail. */
    RESET,
    /** The operator's configuration. */
    OPERATOR,
    /** Nobody can log in with it: the account was somebody else's guess of an address. */
    UNUSABLE;

    /** As it is stored, for example {@code changed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
