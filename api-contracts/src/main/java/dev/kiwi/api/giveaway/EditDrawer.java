package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a drawer is called; giveaways keep the name that they copied. Leads to {@link PrizeEvent.DrawerEdited}, or to
 * nothing when nothing would change.
 *
 * @param name null, as for the other, for the one that it has
 * @param description blank for none
 */
public record EditDrawer(
        String drawerId, @Nullable String name, @Nullable String description) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }
}
