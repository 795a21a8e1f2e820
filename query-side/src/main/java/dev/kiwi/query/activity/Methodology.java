package dev.kiwi.query.activity;

/** What the figures mean, for whoever reads an answer. */
final class Methodology {
    static final String PLAYERS =
            "Distinct players whose score rose on at least one player board between two captures. A lower bound: "
                    + "who is on no board is not seen. Windows in which captures are missing are left out.";
    static final String CLASSES =
            "Players whose effort on a class board rose between two captures, or who came onto it. Clean counts only "
                    + "those at or above both thresholds at the end. Windows over the weekly reset are left out.";
    static final String HEAD_COUNT =
            "Players on the effort board of each class in the newest capture, and the effort that they added since the "
                    + "one before. Clean counts only those at or above both thresholds.";

    private Methodology() {}
}
