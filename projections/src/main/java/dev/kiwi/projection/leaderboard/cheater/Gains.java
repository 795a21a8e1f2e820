package dev.kiwi.projection.leaderboard.cheater;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the leaders of one board gained from capture to capture (leaderboards.md 16.7, steps 1 to 3). Candidates are
 * indexes into the board's list of them.
 */
final class Gains {
    private final CheaterSettings.Movement settings;
    private final double[][] scores;
    private final int candidates;
    private final double[] totals;
    private final List<int[]> cells = new ArrayList<>();

    /** @param scores by slot, then candidate */
    Gains(CheaterSettings.Movement settings, double[][] scores, int candidates) {
        this.settings = settings;
        this.scores = scores;
        this.candidates = candidates;
        this.totals = new double[candidates];
        for (int slot = 1; slot < scores.length; slot++) {
            cut(slot);
        }
    }

    /** Those who gained about the same in one slot; 2 to as many as are not a crowd, in each cell. */
    List<int[]> cells() {
        return cells;
    }

    /** Of all gains of a candidate that were among the largest of their slot. */
    double total(int candidate) {
        return totals[candidate];
    }

    /** Whether the candidate gained anything worth counting up to a slot. */
    boolean gained(int candidate, int slot) {
        return slot > 0 && gain(candidate, slot) >= settings.minGain();
    }

    /** Not a number, and so less than nothing, where a neighbouring capture does not list the candidate. */
    private double gain(int candidate, int slot) {
        return scores[slot][candidate] - scores[slot - 1][candidate];
    }

    private void cut(int slot) {
        double[] gains = new double[candidates];
        double[] sorted = new double[candidates];
        int count = 0;
        for (int c = 0; c < candidates; c++) {
            gains[c] = gain(c, slot);
            if (gains[c] >= settings.minGain()) {
                sorted[count++] = gains[c];
            }
        }
        if (count > 0) {
            Arrays.sort(sorted, 0, count);
            bands(gains, sorted, gate(count), count);
        }
    }

    /** Index of the smallest gain that counts. */
    private int gate(int count) {
        double p = settings.percentile();
        return count >= 2 && p > 0 && p < 1 ? Math.min(count - 1, (int) (p * count)) : 0;
    }

    /** Sweeps the gains upwards; one that is too large for the band before it opens the next. */
    private void bands(double[] gains, double[] sorted, int gate, int count) {
        double threshold = sorted[gate];
        double[] edges = new double[count - gate];
        int bands = 0;
        for (int i = gate; i < count; i++) {
            if (bands == 0 || sorted[i] > edges[bands - 1] * (1 + settings.tolerance())) {
                edges[bands++] = sorted[i];
            }
        }
        int[] sizes = new int[bands];
        int[] bandOf = new int[candidates];
        for (int c = 0; c < candidates; c++) {
            bandOf[c] = gains[c] >= threshold ? band(edges, bands, gains[c]) : -1;
            if (bandOf[c] >= 0) {
                totals[c] += gains[c];
                sizes[bandOf[c]]++;
            }
        }
        for (int band = 0; band < bands; band++) {
            if (sizes[band] >= 2 && sizes[band] <= settings.maxCell()) {
                cells.add(members(bandOf, band, sizes[band]));
            }
        }
    }

    /** The last band whose base is not above the gain. */
    private static int band(double[] edges, int bands, double gain) {
        int at = Arrays.binarySearch(edges, 0, bands, gain);
        return at >= 0 ? at : -at - 2;
    }

    private int[] members(int[] bandOf, int band, int size) {
        int[] members = new int[size];
        int next = 0;
        for (int c = 0; c < candidates; c++) {
            if (bandOf[c] == band) {
                members[next++] = c;
            }
        }
        return members;
    }
}
