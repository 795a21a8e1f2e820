package dev.kiwi.command.account.breach;

/** Knows the passwords of past data breaches. */
public interface BreachCheck {
    /** Knows none. */
    BreachCheck NONE = password -> 0;

    /** In how many breaches the password was seen; 0 also when nobody can tell. Blocks, five seconds at most. */
    long timesSeen(String password);
}
