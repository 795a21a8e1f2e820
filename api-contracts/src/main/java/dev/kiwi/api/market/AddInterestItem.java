package dev.kiwi.api.market;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a name on the interest list; leads to {@link MarketEvent.InterestItemAdded}.
 *
 * @param name is trimmed
 * @param accountId who adds it; null for the operator
 */
public record AddInterestItem(
        @TargetAggregateIdentifier String listId,
        String name,
        @Nullable String accountId) {
    public AddInterestItem(String name, @Nullable String accountId) {
        this(InterestListKey.SINGLETON, name, accountId);
    }
}
