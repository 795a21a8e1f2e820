package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an account shows of itself. Leads to {@link AccountEvent.ProfileChanged}, or to nothing when it is the
 * same.
 *
 * @param displayName trimmed; null for none
 */
public record ChangeProfile(String accountId, @Nullable String displayName) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
