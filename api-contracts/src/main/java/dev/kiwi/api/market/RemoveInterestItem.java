package dev.kiwi.api.market;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a name off the interest list; leads to {@link MarketEvent.InterestItemRemoved}. What was stored under it stays.
 *
 * @param accountId who removes it; null for the operator
 */
public record RemoveInterestItem(
        @TargetAggregateIdentifier String listId,
        String name,
        @Nullable String accountId) {
    public RemoveInterestItem(String name, @Nullable String accountId) {
        this(InterestListKey.SINGLETON, name, accountId);
    }
}
