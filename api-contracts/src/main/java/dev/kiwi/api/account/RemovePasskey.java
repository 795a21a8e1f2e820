package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a passkey open nothing any more. Leads to {@link AccountEvent.PasskeyRemoved}; refused with {@code not_found} when
 * the account has no such passkey.
 */
public record RemovePasskey(String accountId, String passkeyId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
