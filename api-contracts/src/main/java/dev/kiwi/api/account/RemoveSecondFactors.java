package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes every second factor from an account, for an owner who has lost them. Leads to
 * {@link AccountEvent.SecondFactorDisabled} and {@link AccountEvent.PasskeyRemoved} for what there is.
 */
public record RemoveSecondFactors(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
