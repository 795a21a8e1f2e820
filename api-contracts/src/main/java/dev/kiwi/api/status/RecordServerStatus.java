package dev.kiwi.api.status;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a probe found. Leads to {@link StatusEvent.StatusChanged}, or to nothing when it is as before or was
 * found before the last change. A verdict of {@link Verdict#UNKNOWN} is nothing to record and is refused with
 * {@code bad_request}.
 *
 * @param at when it was found; null for now
 */
public record RecordServerStatus(
        Environment environment, Verdict verdict, @Nullable Instant at) {
    private static final String PREFIX = "status:";

    public RecordServerStatus(Environment environment, Verdict verdict) {
        this(environment, verdict, null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return keyOf(environment.key());
    }

    /** The identifier under which a server's events are stored. @param environment {@link Environment#key()} */
    public static String keyOf(String environment) {
        return PREFIX + environment;
    }
}
