package dev.kiwi.api.misc;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The names of the configuration, if there never was a list. Leads to {@link SupporterEvent.SupportersReplaced}, or to nothing. */
public record SeedSupporters(List<String> names) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SupporterKey.LIST;
    }
}
