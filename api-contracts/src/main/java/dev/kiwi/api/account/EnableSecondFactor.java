package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes logins of an account need a second factor, and an authenticator, which its owner has just shown to work, be one.
 * Leads to {@link AccountEvent.SecondFactorEnabled}, and to {@link AccountEvent.RecoveryCodesMade} where codes were made
 * with it; refused with {@code conflict} when there is an authenticator.
 *
 * @param recoveryCodes how many were made with it; 0 for an account that has passkeys, and its codes with them
 */
public record EnableSecondFactor(String accountId, int recoveryCodes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
