package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * States that new recovery codes were made and the old ones are dead. Leads to {@link AccountEvent.RecoveryCodesMade};
 * refused with {@code conflict} when the account has no second factor.
 */
public record ReplaceRecoveryCodes(String accountId, int recoveryCodes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
