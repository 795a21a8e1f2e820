package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Leads to {@link AccountEvent.PasskeyRenamed}; refused with {@code not_found} when the account has no such passkey. */
public record RenamePasskey(String accountId, String passkeyId, String name) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }

    /** Leaves the name out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "RenamePasskey[accountId=" + accountId + ", passkeyId=" + passkeyId + "]";
    }
}
