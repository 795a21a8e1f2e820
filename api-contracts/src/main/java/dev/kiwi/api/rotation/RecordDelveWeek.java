package dev.kiwi.api.rotation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The delves of a week as they were fetched. Leads to {@link RotationEvent.DelveWeekRecorded}, to
 * {@link RotationEvent.DelveWeekConfirmed} when they are those that are known, or to nothing when there are none.
 */
public record RecordDelveWeek(long week, DelveDepths depths) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.delveWeek(week);
    }
}
