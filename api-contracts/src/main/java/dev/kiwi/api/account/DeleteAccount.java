package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The owner's own order to {@link EraseAccount erase} the account. Leads to {@link AccountEvent.AccountErased}; refused
 * with {@code bad_request} when the address is not the account's.
 *
 * @param confirmation the account's address, typed again
 */
public record DeleteAccount(String accountId, EmailAddress confirmation) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
