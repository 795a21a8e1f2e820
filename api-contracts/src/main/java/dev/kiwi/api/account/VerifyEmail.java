package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The owner has opened the verification link. Leads to {@link AccountEvent.EmailVerified}, or to nothing when the
 * account is verified.
 */
public record VerifyEmail(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
