package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the account itself for a link to put into a mail, made at the moment of sending. Appends nothing; answers with an
 * {@link EmailLink}, refused with {@code not_found} for an account that is gone.
 *
 * @param newEmail for {@link EmailLinkPurpose#CHANGE_EMAIL}, which goes to this address; else null
 */
public record MakeEmailLink(
        String accountId,
        EmailLinkPurpose purpose,
        @Nullable EmailAddress newEmail) {

    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
