package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes an account an administrator. Leads to {@link AccountEvent.SuperuserGranted}, or to nothing when it is one. */
public record GrantSuperuser(String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
