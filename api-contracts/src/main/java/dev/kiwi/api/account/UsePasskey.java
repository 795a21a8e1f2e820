package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * States that a passkey was shown, and decides whether that counts. Leads to {@link AccountEvent.PasskeyUsed}; refused
 * with {@code not_found} when the account does not have it, or not any more.
 *
 * @param synced whether its provider keeps a copy of it now
 */
public record UsePasskey(String accountId, String passkeyId, PasskeyPurpose purpose, boolean synced) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SecondFactorKey.of(accountId);
    }
}
