package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a drawer for prizes of one kind. Leads to {@link PrizeEvent.DrawerCreated}.
 *
 * @param drawerId 24 lower-case hex digits, chosen by the sender
 */
public record CreateDrawer(
        String drawerId, String name, @Nullable String description) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }
}
