package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that mail to an address was refused for good. Leads to {@link AccountEvent.EmailBounced}, or to nothing when
 * that is known or the account has another address by now.
 *
 * @param recipient where the mail was sent
 */
public record MarkEmailBounced(String accountId, EmailAddress recipient) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
