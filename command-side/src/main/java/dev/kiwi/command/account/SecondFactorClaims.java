package dev.kiwi.command.account;

import dev.kiwi.api.account.SecondFactorKey;
import dev.kiwi.command.claim.Claims;

/** Which second factors an account has, asked of the committed truth. */
public final class SecondFactorClaims {
    private static final String SECOND_FACTOR = "second_factor";
    private static final String AUTHENTICATOR = "authenticator";
    private static final String PASSKEY = "passkey";

    private SecondFactorClaims() {}

    /** Whether the account's logins with a password need a second factor, of whatever kind. */
    public static boolean isEnabled(Claims claims, String accountId) {
        return claims.find(SECOND_FACTOR, accountId).isPresent();
    }

    /** Whether codes of an authenticator are one. */
    public static boolean hasAuthenticator(Claims claims, String accountId) {
        return claims.find(AUTHENTICATOR, accountId).isPresent();
    }

    /** Whether the credential is somebody's passkey. */
    static boolean isTaken(Claims claims, String credentialHash) {
        return claims.find(PASSKEY, credentialHash).isPresent();
    }

    /** Whether the credential is a passkey of the account. */
    public static boolean isPasskey(Claims claims, String accountId, String credentialHash) {
        return claims.find(PASSKEY, credentialHash)
                .filter(passkey -> passkey.owner().equals(SecondFactorKey.of(accountId)))
                .isPresent();
    }

    /** Whether the first of them was there before the account came into the hands that have it now. */
    public static boolean isOfFormerOwner(Claims claims, String accountId) {
        long ownedSince = AccountClaims.existsSince(claims, accountId).orElse(-1L);
        return claims.find(SECOND_FACTOR, accountId)
                .filter(first -> first.position() < ownedSince)
                .isPresent();
    }

    /** Whether the account is still in the hands that it was in when the passkey was added. */
    static boolean isOfTodaysOwner(Claims claims, String accountId, String credentialHash) {
        long ownedSince = AccountClaims.existsSince(claims, accountId).orElse(-1L);
        return claims.find(PASSKEY, credentialHash)
                .filter(passkey -> passkey.position() >= ownedSince)
                .isPresent();
    }

    static void authenticatorAdded(Claims claims, String accountId, boolean first) {
        claims.claim(AUTHENTICATOR, accountId, SecondFactorKey.of(accountId));
        enabledIf(first, claims, accountId);
    }

    static void authenticatorRemoved(Claims claims, String accountId, boolean last) {
        claims.release(AUTHENTICATOR, accountId);
        disabledIf(last, claims, accountId);
    }

    static void passkeyAdded(Claims claims, String accountId, String credentialHash, boolean first) {
        claims.claim(PASSKEY, credentialHash, SecondFactorKey.of(accountId));
        enabledIf(first, claims, accountId);
    }

    static void passkeyRemoved(Claims claims, String accountId, String credentialHash, boolean last) {
        claims.release(PASSKEY, credentialHash);
        disabledIf(last, claims, accountId);
    }

    /** With the account. */
    static void released(Claims claims, String accountId) {
        claims.release(SECOND_FACTOR, accountId);
        claims.release(AUTHENTICATOR, accountId);
        claims.heldBy(PASSKEY, SecondFactorKey.of(accountId))
                .forEach(credentialHash -> claims.release(PASSKEY, credentialHash));
    }

    private static void enabledIf(boolean first, Claims claims, String accountId) {
        if (first) {
            claims.claim(SECOND_FACTOR, accountId, SecondFactorKey.of(accountId));
        }
    }

    private static void disabledIf(boolean last, Claims claims, String accountId) {
        if (last) {
            claims.release(SECOND_FACTOR, accountId);
        }
    }
}
