package dev.kiwi.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the last probe cycle found; the answer of {@code GET /v1/misc/trove-status}.
 *
 * @param overall of the live servers, a {@link Verdict#key()}
 * @param checkedAt unix seconds; null before the first cycle
 */
public record ServerStatus(
        String overall,
        @Nullable AuthResult auth,
        ServerVerdicts environments,
        @Nullable Long checkedAt) {

    /** Nothing was probed, or not for long. */
    public static final ServerStatus UNKNOWN = new ServerStatus(
            Verdict.UNKNOWN.key(),
            null,
            new ServerVerdicts(ServerVerdict.UNKNOWN, ServerVerdict.UNKNOWN, ServerVerdict.UNKNOWN),
            null);

    /**
     * The account gateway.
     *
     * @param latencyMs of its answer, one decimal
     * @param error why it counts as down
     */
    public record AuthResult(
            boolean online,
            @Nullable Integer httpStatus,
            double latencyMs,
            @Nullable String error) {}

    public record ServerVerdicts(ServerVerdict eu, ServerVerdict us, ServerVerdict pts) {}

    /**
     * @param status a {@link Verdict#key()}
     * @param online what the game's port says alone
     */
    public record ServerVerdict(
            String status, boolean online, @Nullable GameResult game) {
        static final ServerVerdict UNKNOWN = new ServerVerdict(Verdict.UNKNOWN.key(), false, null);
    }

    /**
     * The game's port.
     *
     * @param probe {@code tcp}, {@code glsserver} or {@code tcp_fallback}; left out without a connection
     * @param opener {@code replay} or {@code random}; left out when nothing was sent
     */
    public record GameResult(
            boolean online,
            String host,
            int port,
            double latencyMs,
            @Nullable String error,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String probe,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String opener) {}
}
