package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gains an hour far above those of the leaders, for players whose score was flagged already (leaderboards.md 16.4). */
final class Velocity {
    private static final int PEERS = 50;
    private static final int FEWEST_PEERS = 5;
    private static final double HOUR = 3_600;

    private final double threshold;
    private final Week week;

    Velocity(CheaterSettings.Players settings, Week week) {
        this.threshold = settings.velocityMultiplier();
        this.week = week;
    }

    /** @param flagged rows */
    List<Finding> find(AnalysedBoard board, BitSet flagged, long anchor) {
        int[] rows = rows(board, flagged);
        int[] players = Arrays.stream(rows).map(board::player).toArray();
        Week.Earlier earlier = week.earlier(board.uuid(), players, board.kind().lastReset(anchor));
        boolean up = board.higherIsBetter();
        double[] gains = new double[rows.length];
        double[] rates = new double[rows.length];
        double[] peers = new double[PEERS];
        int peerCount = 0;
        for (int i = 0; i < rows.length; i++) {
            if (earlier.anchors()[i] != 0) {
                double rise = board.score(rows[i]) - earlier.scores()[i];
                gains[i] = up ? rise : -rise;
                rates[i] = gains[i] / hours(anchor, earlier, i);
            }
            if (rates[i] > 0 && rows[i] < PEERS) {
                peers[peerCount++] = rates[i];
            }
        }
        if (peerCount < FEWEST_PEERS) {
            return List.of();
        }
        Arrays.sort(peers, 0, peerCount);
        double fast = peers[Math.max(0, (int) (0.95 * peerCount) - 1)];
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rates[i] > 0 && flagged.get(rows[i]) && rates[i] >= fast * threshold) {
                Gain gain = new Gain(gains[i], hours(anchor, earlier, i), rates[i], fast);
                findings.add(new Finding(rows[i], evidence(gain, earlier, i)));
            }
        }
        return findings;
    }

    private record Gain(double delta, double hours, double rate, double fast) {}

    private static double hours(long anchor, Week.Earlier earlier, int i) {
        return (anchor - earlier.anchors()[i]) / HOUR;
    }

    /** The first rows and the flagged ones, each player once, by rank. */
    private static int[] rows(AnalysedBoard board, BitSet flagged) {
        BitSet wanted = (BitSet) flagged.clone();
        wanted.set(0, Math.min(PEERS, board.size()));
        BitSet seen = new BitSet();
        return wanted.stream()
                .filter(row -> {
                    boolean first = !seen.get(board.player(row));
                    seen.set(board.player(row));
                    return first;
                })
                .toArray();
    }

    private Evidence evidence(Gain gain, Week.Earlier earlier, int i) {
        double multiplier = Numbers.rounded(gain.rate / gain.fast, 1);
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("score_delta", Numbers.bare(gain.delta));
        measured.put("duration_hours", Numbers.rounded(gain.hours, 2));
        measured.put("rate_per_hour", Numbers.bare(gain.rate));
        measured.put("peer_p95_rate_per_hour", Numbers.bare(gain.fast));
        measured.put("rate_multiplier", multiplier);
        measured.put("threshold_multiplier", threshold);
        measured.put("previous_anchor", earlier.anchors()[i]);
        measured.put("previous_score", Numbers.bare(earlier.scores()[i]));
        String summary = String.format(
                Locale.ROOT,
                "%s gained in %.2f hours, %s an hour; of the leaders 95 in 100 gain at most %s an hour,"
                        + " so this is %.1f times as fast, and %.1f times is flagged.",
                Numbers.bare(gain.delta),
                gain.hours,
                Numbers.bare(gain.rate),
                Numbers.bare(gain.fast),
                multiplier,
                threshold);
        double confidence = Confidence.of(Confidence.VELOCITY, multiplier, threshold);
        return new Evidence(Confidence.VELOCITY, summary, measured, confidence);
    }
}
