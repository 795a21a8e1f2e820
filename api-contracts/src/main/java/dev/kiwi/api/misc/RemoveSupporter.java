package dev.kiwi.api.misc;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Leads to {@link SupporterEvent.SupporterRemoved}; refused with {@code not_found} for a name that is not there. */
public record RemoveSupporter(String name) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SupporterKey.LIST;
    }
}
