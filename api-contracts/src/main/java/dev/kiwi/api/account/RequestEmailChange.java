package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for a mail with a confirmation link to a new address. Leads to {@link AccountEvent.EmailChangeRequested}; refused
 * with {@code bad_request} for the address that the account has, with {@code email_taken} for another account's.
 */
public record RequestEmailChange(String accountId, EmailAddress newEmail) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
