package dev.kiwi.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the history are asked for; null means any.
 *
 * @param context bounded context, for example {@code token}
 * @param type stable name, for example {@code token.TokenMinted}
 * @param entity stored identifier, for example {@code token:65f0...}
 * @param actor id of who acted, alone or with its kind: {@code account:65f0...}
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param afterPosition only newer events
 * @param beforePosition only older events
 */
public record HistoryFilter(
        @Nullable String context,
        @Nullable String type,
        @Nullable String entity,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long afterPosition,
        @Nullable Long beforePosition) {

    /** The same filter for what lies below a position, whichever bound is tighter. */
    public HistoryFilter below(long position) {
        long bound = beforePosition == null ? position : Math.min(beforePosition, position);
        return new HistoryFilter(context, type, entity, actor, from, to, afterPosition, bound);
    }
}
