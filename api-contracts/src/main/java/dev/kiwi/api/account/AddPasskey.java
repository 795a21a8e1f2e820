package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a passkey, which its owner has just shown to work, open an account. Leads to {@link AccountEvent.PasskeyAdded},
 * and to {@link AccountEvent.RecoveryCodesMade} where codes were made with it; refused with {@code conflict} when the
 * account has twenty, or the credential is somebody's already. Answers with the {@code Instant} since when it is there.
 *
 * @param passkeyId 24 lower-case hex digits, chosen by the sender
 * @param credentialHash SHA-256 of the credential's id
 * @param synced whether its provider keeps a copy of it
 * @param recoveryCodes how many were made with it; 0 for an account that had a second factor before
 */
public record AddPasskey(
        String accountId, String passkeyId, String credentialHash, String name, boolean synced, int recoveryCodes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }

    /** Leaves the name out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "AddPasskey[accountId=" + accountId + ", passkeyId=" + passkeyId + "]";
    }
}
