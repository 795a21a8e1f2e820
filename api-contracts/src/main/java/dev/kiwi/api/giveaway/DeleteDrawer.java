package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Throws a drawer away with all its codes. Leads to {@link PrizeEvent.DrawerDeleted}; refused with {@code bad_request} when one
 * is reserved or awarded.
 */
public record DeleteDrawer(String drawerId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }
}
