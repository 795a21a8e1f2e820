package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import dev.kiwi.api.leaderboard.CheaterReport.FlaggedBoard;
import dev.kiwi.api.leaderboard.CheaterReport.FlaggedPlayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All evidence against each player, by board. */
final class PlayerFindings {
    private final Map<Integer, Map<Integer, OnBoard>> byPlayer = new LinkedHashMap<>();

    private record OnBoard(AnalysedBoard board, int row, List<Evidence> evidence) {}

    void add(AnalysedBoard board, Finding finding) {
        byPlayer.computeIfAbsent(board.player(finding.row()), key -> new LinkedHashMap<>())
                .computeIfAbsent(board.uuid(), key -> new OnBoard(board, finding.row(), new ArrayList<>()))
                .evidence()
                .add(finding.evidence());
    }

    /** By confidence, then by how much there is, then by name. */
    List<FlaggedPlayer> players(Names names) {
        return byPlayer.entrySet().stream()
                .map(entry -> player(names.of(entry.getKey()), entry.getValue().values()))
                .sorted(Comparator.comparingDouble(FlaggedPlayer::confidence)
                        .thenComparingInt(PlayerFindings::evidences)
                        .reversed()
                        .thenComparing(FlaggedPlayer::playerName))
                .toList();
    }

    private static int evidences(FlaggedPlayer player) {
        return player.leaderboards().stream()
                .mapToInt(board -> board.evidence().size())
                .sum();
    }

    private static FlaggedPlayer player(String name, Collection<OnBoard> boards) {
        double confidence =
                Confidence.ofPlayer(boards.stream().map(OnBoard::evidence).toList());
        return new FlaggedPlayer(
                name, confidence, boards.stream().map(PlayerFindings::shown).toList());
    }

    private static FlaggedBoard shown(OnBoard flagged) {
        AnalysedBoard board = flagged.board();
        return new FlaggedBoard(
                board.uuid(),
                board.name(),
                board.category(),
                board.contestType(),
                board.rows().rank(flagged.row()),
                Numbers.bare(board.score(flagged.row())),
                Confidence.ofBoard(flagged.evidence()),
                List.copyOf(flagged.evidence()));
    }
}
