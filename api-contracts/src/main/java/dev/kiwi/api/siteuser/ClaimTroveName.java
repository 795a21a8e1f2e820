package dev.kiwi.api.siteuser;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that a player of the game is this site user; takes the place of an earlier claim. Leads to {@link
 * SiteUserEvent.TroveNameClaimed}; refused with {@code conflict} when another site user claims the name.
 *
 * @param troveName trimmed, as it was typed
 * @param baseline the best scores of the player now
 */
public record ClaimTroveName(String siteUserId, String troveName, List<BestScore> baseline) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
