package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets an account log in without a second factor again. Leads to {@link AccountEvent.SecondFactorDisabled}, or to
 * nothing when there is none.
 */
public record DisableSecondFactor(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
