package dev.kiwi.api.token;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forgets the old secret of a rotation whose overlap is over. Leads to {@link TokenEvent.OldSecretRetired}, or to
 * nothing when there is none or it still works. Answers with whether it did.
 */
public record RetireOldSecret(String tokenId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
