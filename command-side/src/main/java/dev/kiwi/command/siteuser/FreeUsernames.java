package dev.kiwi.command.siteuser;

import dev.kiwi.api.siteuser.Username;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Finds a username that nobody has and that is near somebody's Discord name (site-users.md 2). */
public final class FreeUsernames {
    private static final int TRIES = 12;
    private static final int KEPT_BEFORE_A_SUFFIX = 18;
    private static final int SUFFIX_DIGITS = 4;
    private static final int ANONYMOUS_DIGITS = 16;
    private static final String ANONYMOUS = "kiwi";

    private final SiteUserClaims claims;
    private final RandomGenerator random;

    public FreeUsernames(SiteUserClaims claims, RandomGenerator random) {
        this.claims = claims;
        this.random = random;
    }

    /** A username that the site user has already counts as free. */
    String near(String discordName, String siteUserId) {
        String derived = Username.derivedFrom(discordName);
        if (isFree(derived, siteUserId)) {
            return derived;
        }
        String start = derived.substring(0, Math.min(derived.length(), KEPT_BEFORE_A_SUFFIX));
        for (int i = 0; i < TRIES; i++) {
            String candidate = start + hex(SUFFIX_DIGITS);
            if (isFree(candidate, siteUserId)) {
                return candidate;
            }
        }
        return ANONYMOUS + hex(ANONYMOUS_DIGITS);
    }

    private boolean isFree(String username, String siteUserId) {
        return Username.isAllowed(username) && claims.isUsernameFree(username, siteUserId);
    }

    private String hex(int digits) {
        return HexFormat.of().toHexDigits(random.nextLong(), digits);
    }
}
