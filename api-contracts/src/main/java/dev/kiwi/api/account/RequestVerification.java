package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for another mail with a verification link. Leads to {@link AccountEvent.VerificationRequested}, or to nothing
 * when the account is verified.
 */
public record RequestVerification(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
