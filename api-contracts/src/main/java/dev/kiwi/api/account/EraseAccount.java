package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends an account for good and makes its personal data unreadable. Leads to {@link AccountEvent.AccountErased}. */
public record EraseAccount(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
