package dev.kiwi.api.status;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what a probe found. Leads to {@link StatusEvent.StatusChanged}, or to nothing when it is as before. A verdict
 * of {@link Verdict#UNKNOWN} is nothing to record and is refused with {@code bad_request}.
 */
public record RecordServerStatus(Environment environment, Verdict verdict) {
    private static final String PREFIX = "status:";

    @TargetAggregateIdentifier
    public String aggregateId() {
        return keyOf(environment.key());
    }

    /** The identifier under which a server's events are stored. @param environment {@link Environment#key()} */
    public static String keyOf(String environment) {
        return PREFIX + environment;
    }
}
