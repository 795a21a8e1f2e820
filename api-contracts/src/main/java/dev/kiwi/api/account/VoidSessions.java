package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Logs an account out everywhere, at once. Leads to {@link AccountEvent.SessionsVoided}. */
public record VoidSessions(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
