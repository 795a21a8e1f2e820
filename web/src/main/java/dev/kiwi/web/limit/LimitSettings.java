package dev.kiwi.web.limit;

import dev.kiwi.api.token.Scope;

/** The limits in force, read on each request so that a change takes effect at once. */
public interface LimitSettings {
    Limit signup();

    Limit login();

    Limit forgotPassword();

    Limit resendVerification();

    Limit tokenCreation();

    /** Per token, before the scope's factor. */
    Limit api();

    /** Per IP without a token, before the scope's factor. */
    Limit publicAnonymous();

    /** False where a proxy limits addresses already. */
    boolean limitsAddresses();

    Limit ingestCooldown();

    Limit leaderboardsArchive();

    Limit marketArchive();

    /** How much wider a scope's budgets are; above 1 it has buckets of its own. */
    int factor(Scope scope);
}
