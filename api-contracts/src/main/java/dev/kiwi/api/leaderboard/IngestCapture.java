package dev.kiwi.api.leaderboard;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Files a parsed dump under its anchor; leads to {@link LeaderboardEvent.CaptureIngested}. The dump lies in the blob
 * store already.
 *
 * @param captureId {@code capture:<epoch>:<anchor>}
 * @param sha256 lower-case hex; the blob's name
 * @param bytes of the dump as text
 * @param boards parsed boards, at least one
 * @param entries parsed triples
 * @param source {@link #UPLOAD} or {@link #BACKLOG}
 */
public record IngestCapture(
        @TargetAggregateIdentifier String captureId,
        long anchor,
        String sha256,
        long bytes,
        int boards,
        int entries,
        String source,
        boolean backfill) {
    public static final String UPLOAD = "upload";
    public static final String BACKLOG = "backlog";

    /** @param epoch number of resets so far */
    public static IngestCapture of(
            long epoch,
            long anchor,
            String sha256,
            long bytes,
            int boards,
            int entries,
            String source,
            boolean backfill) {
        return new IngestCapture(
                "capture:" + epoch + ":" + anchor, anchor, sha256, bytes, boards, entries, source, backfill);
    }

    /** @param clearedBeforeInsert entries of the same anchor that this capture replaces */
    public record Ingested(int clearedBeforeInsert) {}
}
