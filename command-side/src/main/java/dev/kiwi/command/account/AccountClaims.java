package dev.kiwi.command.account;

import dev.kiwi.api.account.AccountKey;
import dev.kiwi.command.claim.Claims;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds in the table of claims, so that the request path can ask the committed truth instead of a read
 * model: its address, its GitHub account, that it exists, and its current token version.
 */
public final class AccountClaims {
    private static final String EMAIL = "email";
    private static final String GITHUB = "github";
    private static final String ACCOUNT = "account";
    private static final String TOKEN_VERSION = "token_version";

    private AccountClaims() {}

    /**
     * Position since when the account is in the hands that have it now: it was registered then, or taken over from
     * somebody who had only guessed its address. Empty when there is no such account.
     */
    public static Optional<Long> existsSince(Claims claims, String accountId) {
        return claims.find(ACCOUNT, accountId).map(Claims.Claimed::position);
    }

    /** Position since when session tokens of this version are good; empty when they are not, or not any more. */
    public static Optional<Long> currentSince(Claims claims, String accountId, int tokenVersion) {
        return claims.find(TOKEN_VERSION, version(accountId, tokenVersion)).map(Claims.Claimed::position);
    }

    /** The stored identifier of the account that holds the address; null when none does. */
    static @Nullable String holder(Claims claims, String emailFingerprint) {
        return claims.find(EMAIL, emailFingerprint).map(Claims.Claimed::owner).orElse(null);
    }

    /** The stored identifier of the account that the GitHub account is linked to; null when it is to none. */
    static @Nullable String githubHolder(Claims claims, String githubFingerprint) {
        return claims.find(GITHUB, githubFingerprint).map(Claims.Claimed::owner).orElse(null);
    }

    static void taken(Claims claims, String accountId, String emailFingerprint) {
        String owner = AccountKey.of(accountId);
        claims.claim(EMAIL, emailFingerprint, owner);
        claims.claim(ACCOUNT, accountId, owner);
        claims.claim(TOKEN_VERSION, version(accountId, 0), owner);
    }

    static void emailMoved(Claims claims, String accountId, @Nullable String from, String to) {
        if (from != null) {
            claims.release(EMAIL, from);
        }
        claims.claim(EMAIL, to, AccountKey.of(accountId));
    }

    static void githubMoved(Claims claims, String accountId, @Nullable String from, String to) {
        if (from != null) {
            claims.release(GITHUB, from);
        }
        claims.claim(GITHUB, to, AccountKey.of(accountId));
    }

    /** Whatever was given out for the account until now counts no more: its claim is a new one, and older ones show. */
    static void takenOver(Claims claims, String accountId) {
        claims.release(ACCOUNT, accountId);
        claims.claim(ACCOUNT, accountId, AccountKey.of(accountId));
    }

    static void versionMoved(Claims claims, String accountId, int from, int to) {
        claims.release(TOKEN_VERSION, version(accountId, from));
        claims.claim(TOKEN_VERSION, version(accountId, to), AccountKey.of(accountId));
    }

    static void released(
            Claims claims,
            String accountId,
            @Nullable String emailFingerprint,
            @Nullable String githubFingerprint,
            int tokenVersion) {
        if (emailFingerprint != null) {
            claims.release(EMAIL, emailFingerprint);
        }
        if (githubFingerprint != null) {
            claims.release(GITHUB, githubFingerprint);
        }
        claims.release(ACCOUNT, accountId);
        claims.release(TOKEN_VERSION, version(accountId, tokenVersion));
    }

    private static String version(String accountId, int tokenVersion) {
        return accountId + ":" + tokenVersion;
    }
}
