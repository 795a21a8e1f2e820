package dev.kiwi.command.account;

import dev.kiwi.api.account.SecondFactorKey;
import dev.kiwi.command.claim.Claims;

/** Whether an account's logins need a second factor, asked of the committed truth. */
public final class SecondFactorClaims {
    private static final String SECOND_FACTOR = "second_factor";

    private SecondFactorClaims() {}

    public static boolean isEnabled(Claims claims, String accountId) {
        return claims.find(SECOND_FACTOR, accountId).isPresent();
    }

    static void enabled(Claims claims, String accountId) {
        claims.claim(SECOND_FACTOR, accountId, SecondFactorKey.of(accountId));
    }

    static void disabled(Claims claims, String accountId) {
        claims.release(SECOND_FACTOR, accountId);
    }
}
