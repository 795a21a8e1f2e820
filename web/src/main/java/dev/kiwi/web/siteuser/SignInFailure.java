package dev.kiwi.web.siteuser;

import java.util.Locale;

/** Why a sign-in came to nothing, as the page that began it is told (site-users.md 4). */
enum SignInFailure {
    /** Redis is away. */
    UNAVAILABLE,
    /** The state is unknown, used, too old, or of another browser. */
    STATE,
    /** No code or no state; for example, somebody did not agree. */
    MISSING,
    /** Discord gives nothing for the code. */
    EXCHANGE,
    /** Discord is not reached, or answers what cannot be used. */
    DISCORD,
    /** The site user is deactivated. */
    INACTIVE;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
