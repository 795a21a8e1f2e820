package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import dev.kiwi.command.claim.Claims;

/** A passkey of somebody who had only guessed the account's address ends with the takeover by its owner (ruling 4). */
record PasskeyIsOfTodaysOwner(String accountId, String credentialHash, Claims claims) implements Rule {
    @Override
    public boolean isViolated() {
        return !SecondFactorClaims.isOfTodaysOwner(claims, accountId, credentialHash);
    }

    @Override
    public String message() {
        return "There is no such passkey.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
