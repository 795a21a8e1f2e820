package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for a mail with a link to choose a new password. Leads to {@link AccountEvent.PasswordResetRequested}. */
public record RequestPasswordReset(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
