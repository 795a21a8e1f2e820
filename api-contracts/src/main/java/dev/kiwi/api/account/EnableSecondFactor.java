package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes logins of an account need a second factor, which its owner has just shown to work. Leads to
 * {@link AccountEvent.SecondFactorEnabled} and {@link AccountEvent.RecoveryCodesMade}; refused with {@code conflict}
 * when there is one.
 *
 * @param recoveryCodes how many were made with it
 */
public record EnableSecondFactor(String accountId, int recoveryCodes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
