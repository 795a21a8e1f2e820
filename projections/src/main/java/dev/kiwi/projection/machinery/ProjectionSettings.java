package dev.kiwi.projection.machinery;

import java.time.Duration;

/**
 * @param runsProcessors false on a node that only answers: positions and states then come from the tables
 * @param nodeId names this node's claims; keep it over restarts, so that a killed node need not wait for its own claims
 *     to run out
 * @param claimTimeout after which another node may take over a dead node's segments
 * @param stallAfter how long a position may stand while the head is ahead of it
 * @param stopWithin how long a batch in hand is waited for before its processor is said not to stop
 */
public record ProjectionSettings(
        boolean runsProcessors, String nodeId, Duration claimTimeout, Duration stallAfter, Duration stopWithin) {
    public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration STALL_AFTER = Duration.ofSeconds(10);
    public static final Duration STOP_WITHIN = Duration.ofSeconds(60);

    public static ProjectionSettings of(boolean runsProcessors, String nodeId) {
        return new ProjectionSettings(runsProcessors, nodeId, CLAIM_TIMEOUT, STALL_AFTER, STOP_WITHIN);
    }
}
