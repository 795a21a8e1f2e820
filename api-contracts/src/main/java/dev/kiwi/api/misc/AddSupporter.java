package dev.kiwi.api.misc;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a supporter behind the others. Leads to {@link SupporterEvent.SupporterAdded}; refused with {@code bad_request}
 * for a blank name and a full list, with {@code conflict} for a name that is there. Answers with the {@link Supporter}.
 *
 * @param by account; null for the operator
 */
public record AddSupporter(String name, @Nullable String by) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SupporterKey.LIST;
    }
}
