package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** States that a recovery code was used. Leads to {@link AccountEvent.RecoveryCodeUsed}. @param left unused ones */
public record SpendRecoveryCode(String accountId, int left) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
