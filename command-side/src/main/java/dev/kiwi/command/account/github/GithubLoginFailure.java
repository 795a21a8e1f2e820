package dev.kiwi.command.account.github;

import java.util.Locale;

/** A login at GitHub that came to nothing; the portal is told why (platform.md 5). */
public final class GithubLoginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the portal reads; each is one of the fragments of platform.md 5. */
    public enum Reason {
        /** There is no Redis to hold the login together, or another part of Kiwi does not work. */
        UNAVAILABLE,
        /** GitHub sent the browser back without a code or without a state: the person said no, for example. */
        MISSING,
        /** No login was begun so in this browser within ten minutes, or it has come back before. */
        STATE,
        /** GitHub gives nothing for the code. */
        EXCHANGE,
        /** GitHub cannot be reached, or its answer cannot be read. */
        GITHUB,
        /** GitHub knows no verified address of the person. */
        NOEMAIL,
        /** The account may not be used. */
        INACTIVE;

        /** For example {@code noemail}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public GithubLoginFailure(Reason reason) {
        // An answer, not a fault: no stack trace.
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
