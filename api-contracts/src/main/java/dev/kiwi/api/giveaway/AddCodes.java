package dev.kiwi.api.giveaway;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts codes into a drawer. Leads to {@link PrizeEvent.CodesAdded}, more than one for many, or to nothing when all are there
 * already; refused with {@code bad_request} when none of them can be a code. Answers with what came of them.
 *
 * @param codes as they were sent: blank ones, too long ones and repeats are left out
 */
public record AddCodes(String drawerId, List<String> codes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return DrawerKey.of(drawerId);
    }

    /** Leaves the codes out, so that they never reach a log. */
    @Override
    public String toString() {
        return "AddCodes[" + drawerId + "]";
    }

    /** @param skipped those that the drawer had already */
    public record Outcome(int added, int skipped) {}
}
