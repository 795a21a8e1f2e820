package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the account itself, not a read model, what a login needs, so that a password replaced a moment ago counts.
 * Appends nothing; answers with a {@link LoginState}.
 */
public record ReadLoginState(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
