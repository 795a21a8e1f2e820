package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The owner has opened the confirmation link, at the new address. Leads to {@link AccountEvent.EmailChanged}; refused
 * with {@code bad_request} when the account no longer has the address it had, with {@code email_taken} when another
 * account has taken the new one meanwhile.
 *
 * @param proof fingerprint of the address that is replaced
 */
public record ConfirmEmailChange(String accountId, EmailAddress newEmail, String proof) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
