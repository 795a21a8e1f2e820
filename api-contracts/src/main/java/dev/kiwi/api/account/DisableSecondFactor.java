package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the authenticator from an account, which logs in without a second factor again when it has no passkeys. Leads to
 * {@link AccountEvent.SecondFactorDisabled}, or to nothing when there is none.
 */
public record DisableSecondFactor(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
