package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Corrects the text of a code. Leads to {@link PrizeEvent.CodeEdited}, or to nothing when it is that already; refused with
 * {@code bad_request} once it is awarded and for a blank text, with {@code conflict} when the drawer has that text already.
 */
public record EditCode(String drawerId, String codeId, String text) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }

    /** Leaves the text out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EditCode[" + codeId + "]";
    }
}
