package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Throws a code away. Leads to {@link PrizeEvent.CodeDeleted}; refused with {@code bad_request} when it is reserved or
 * awarded.
 */
public record DeleteCode(String drawerId, String codeId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }
}
