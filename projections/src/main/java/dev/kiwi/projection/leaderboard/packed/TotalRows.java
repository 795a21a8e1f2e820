package dev.kiwi.projection.leaderboard.packed;

import java.util.Arrays;

/** Where players stood on boards over many captures, as columns that grow; in the order in which rows were added. */
public final class TotalRows {
    /** Thousands of buckets are held at a time, most of them with a few rows. */
    private static final int FEW = 16;

    private int size;
    private int[] players = new int[FEW];
    private int[] boards = new int[FEW];
    private int[] bestRanks = new int[FEW];
    private int[] appearances = new int[FEW];
    private int[] latestRanks = new int[FEW];
    private long[] firstSeen = new long[FEW];
    private long[] lastSeen = new long[FEW];
    private double[] latestScores = new double[FEW];

    /**
     * One row.
     *
     * @param appearances captures that list the player
     * @param firstSeen anchor
     * @param latestRank as in the capture {@code lastSeen}
     */
    public record Total(
            int player,
            int board,
            int bestRank,
            int appearances,
            long firstSeen,
            long lastSeen,
            int latestRank,
            double latestScore) {}

    public int size() {
        return size;
    }

    public int player(int i) {
        return players[i];
    }

    public int board(int i) {
        return boards[i];
    }

    public void add(
            int player, int board, int best, int appeared, long first, long last, int latestRank, double latestScore) {
        if (size == players.length) {
            grow();
        }
        players[size] = player;
        boards[size] = board;
        bestRanks[size] = best;
        appearances[size] = appeared;
        firstSeen[size] = first;
        lastSeen[size] = last;
        latestRanks[size] = latestRank;
        latestScores[size++] = latestScore;
    }

    private void grow() {
        int length = size * 2;
        players = Arrays.copyOf(players, length);
        boards = Arrays.copyOf(boards, length);
        bestRanks = Arrays.copyOf(bestRanks, length);
        appearances = Arrays.copyOf(appearances, length);
        latestRanks = Arrays.copyOf(latestRanks, length);
        firstSeen = Arrays.copyOf(firstSeen, length);
        lastSeen = Arrays.copyOf(lastSeen, length);
        latestScores = Arrays.copyOf(latestScores, length);
    }

    public Total row(int i) {
        return new Total(
                players[i],
                boards[i],
                bestRanks[i],
                appearances[i],
                firstSeen[i],
                lastSeen[i],
                latestRanks[i],
                latestScores[i]);
    }

    void addFrom(TotalRows other, int i) {
        add(
                other.players[i],
                other.boards[i],
                other.bestRanks[i],
                other.appearances[i],
                other.firstSeen[i],
                other.lastSeen[i],
                other.latestRanks[i],
                other.latestScores[i]);
    }

    /** Adds what two rows of the same player and board say together; their captures have to be different ones. */
    void addMerged(TotalRows a, int i, TotalRows b, int j) {
        boolean later = b.lastSeen[j] > a.lastSeen[i];
        add(
                a.players[i],
                a.boards[i],
                Math.min(a.bestRanks[i], b.bestRanks[j]),
                a.appearances[i] + b.appearances[j],
                Math.min(a.firstSeen[i], b.firstSeen[j]),
                Math.max(a.lastSeen[i], b.lastSeen[j]),
                later ? b.latestRanks[j] : a.latestRanks[i],
                later ? b.latestScores[j] : a.latestScores[i]);
    }
}
