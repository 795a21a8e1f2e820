package dev.kiwi.api.market;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes these the interest list; leads to {@link MarketEvent.InterestListReplaced}, or to nothing when they are it.
 *
 * @param names are trimmed; blank and repeated ones do not count
 * @param accountId who replaces it; null for the operator
 */
public record ReplaceInterestItems(
        @TargetAggregateIdentifier String listId,
        List<String> names,
        @Nullable String accountId) {
    public ReplaceInterestItems(List<String> names, @Nullable String accountId) {
        this(InterestListKey.SINGLETON, names, accountId);
    }

    /** How many names went and came. */
    public record ReplacedItems(int removed, int added) {}
}
