package dev.kiwi.api.formats.leaderbot;

import org.jspecify.annotations.Nullable;

/** One board of a capture; its entries in the order of the dump, as columns. */
public final class ParsedBoard {
    private final int uuid;
    private final String nameId;
    private final String categoryId;
    private final String name;
    private final String category;
    private final @Nullable Contest contest;
    private final int[] players;
    private final int[] ranks;
    private final double[] scores;

    ParsedBoard(
            int uuid,
            String nameId,
            String categoryId,
            String name,
            String category,
            @Nullable Contest contest,
            int[] players,
            int[] ranks,
            double[] scores) {
        this.uuid = uuid;
        this.nameId = nameId;
        this.categoryId = categoryId;
        this.name = name;
        this.category = category;
        this.contest = contest;
        this.players = players;
        this.ranks = ranks;
        this.scores = scores;
    }

    ParsedBoard with(@Nullable Contest overlay) {
        return new ParsedBoard(uuid, nameId, categoryId, name, category, overlay, players, ranks, scores);
    }

    public int uuid() {
        return uuid;
    }

    public String nameId() {
        return nameId;
    }

    public String categoryId() {
        return categoryId;
    }

    /** Untrimmed. */
    public String name() {
        return name;
    }

    /** Trimmed. */
    public String category() {
        return category;
    }

    public @Nullable Contest contest() {
        return contest;
    }

    public int size() {
        return players.length;
    }

    /** Number of the entry's name in {@link ParsedCapture#name}. */
    public int player(int entry) {
        return players[entry];
    }

    public int rank(int entry) {
        return ranks[entry];
    }

    /** Finite; never negative zero. */
    public double score(int entry) {
        return scores[entry];
    }
}
