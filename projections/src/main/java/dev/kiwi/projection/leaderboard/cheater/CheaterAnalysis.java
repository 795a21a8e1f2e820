package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport;
import dev.kiwi.api.leaderboard.CheaterReport.AnalyzedBoard;
import dev.kiwi.api.leaderboard.CheaterReport.Cluster;
import dev.kiwi.api.leaderboard.CheaterReport.ExcludedBoard;
import dev.kiwi.api.leaderboard.CheaterReport.FlaggedPlayer;
import dev.kiwi.api.leaderboard.ResetKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report on one capture, out of it, its week and the settings; the same in, the same out (leaderboards.md 16). */
public final class CheaterAnalysis {
    private static final String METHOD = "Scores are compared with those of a board's leaders by their median and"
            + " absolute deviation, steps between ranks with the typical step, gains an hour with those of the leaders;"
            + " accounts are grouped by gains that match hour for hour, by common hours of play and by names.";
    private static final String ADMIN_EXCLUDED = "admin_excluded";

    private final CheaterSettings settings;
    private final AnalysedCapture capture;
    private final Week week;
    private final Names names;

    private final Stems stems;

    private CheaterAnalysis(CheaterSettings settings, AnalysedCapture capture, Week week) {
        this.settings = settings;
        this.capture = capture;
        this.week = week;
        this.names = new Names(capture.names());
        this.stems = new Stems(capture.names());
    }

    /** @param now unix seconds */
    public static CheaterReport report(CheaterSettings settings, AnalysedCapture capture, Week week, long now) {
        CheaterAnalysis analysis = new CheaterAnalysis(settings, capture, week);
        return analysis.report(analysis.history(), now);
    }

    /** As {@link #report}, with what the week of an earlier capture said; its players need their names. */
    static CheaterReport report(
            CheaterSettings settings, AnalysedCapture capture, Week week, HistorySignals history, long now) {
        return new CheaterAnalysis(settings, capture, week).report(history, now);
    }

    static HistorySignals history(CheaterSettings settings, AnalysedCapture capture, Week week) {
        return new CheaterAnalysis(settings, capture, week).history();
    }

    private HistorySignals history() {
        return HistorySignals.of(settings, capture, week, stems, names);
    }

    /** The report where both halves are switched off, or where nothing was filed yet. */
    public static CheaterReport nothing(CheaterSettings settings, @Nullable Long anchor, long now) {
        return CheaterReport.empty(anchor, now, config(settings));
    }

    private static CheaterReport.Config config(CheaterSettings settings) {
        CheaterSettings.Players players = settings.players();
        return new CheaterReport.Config(players.zThreshold(), players.velocityMultiplier(), players.minBoardSize());
    }

    private CheaterReport report(HistorySignals history, long now) {
        boolean clustersWanted = settings.stems().enabled();
        boolean playersWanted = settings.players().enabled();
        List<FlaggedPlayer> players = playersWanted ? players(history) : List.of();
        StemFamilies families = new StemFamilies(settings.stems(), stems, names);
        List<Cluster> clusters = clustersWanted ? clusters(history, families) : List.of();
        List<AnalyzedBoard> analyzed = analyzed();
        List<ExcludedBoard> excluded = excluded();
        int byAdmin = (int) excluded.stream()
                .filter(board -> board.reason().equals(ADMIN_EXCLUDED))
                .count();
        return new CheaterReport(
                players,
                clusters,
                families.scanned(),
                now,
                capture.anchor(),
                METHOD,
                config(settings),
                players.size(),
                playersWanted ? analyzed.size() : 0,
                byAdmin,
                playersWanted ? analyzed : List.of(),
                excluded);
    }

    private List<FlaggedPlayer> players(HistorySignals history) {
        PlayerFindings findings = new PlayerFindings();
        ScoreOutliers outliers = new ScoreOutliers(settings.players());
        Velocity velocity = new Velocity(settings.players(), week);
        for (AnalysedBoard board : capture.boards()) {
            if (exclusion(board) == null && board.kind() != ResetKind.DEFAULT && board.kind() != ResetKind.NONE) {
                List<Finding> flagged = new ArrayList<>(outliers.find(board));
                flagged.addAll(RankGaps.find(board));
                BitSet rows = new BitSet();
                flagged.forEach(finding -> rows.set(finding.row()));
                if (!rows.isEmpty()) {
                    flagged.addAll(velocity.find(board, rows, capture.anchor()));
                }
                flagged.forEach(finding -> findings.add(board, finding));
            }
        }
        for (HistorySignals.Sleepless sleepless :
                history.sleepless(settings.players().uptimeFraction())) {
            // The week may be that of an earlier capture: he may have left that board since, or all of them.
            Stream.concat(
                            capture.boards().stream().filter(board -> board.uuid() == sleepless.uuid()),
                            capture.boards().stream())
                    .filter(board -> rowOf(board, sleepless.player()).isPresent())
                    .findFirst()
                    .ifPresent(board -> findings.add(
                            board, new Finding(rowOf(board, sleepless.player()).orElseThrow(), sleepless.evidence())));
        }
        return findings.players(names);
    }

    private static OptionalInt rowOf(AnalysedBoard board, int player) {
        return IntStream.range(0, board.size())
                .filter(row -> board.player(row) == player)
                .findFirst();
    }

    private List<Cluster> clusters(HistorySignals history, StemFamilies families) {
        capture.boards().forEach(families::look);
        List<Producer> producers = new ArrayList<>(history.producers());
        producers.addAll(families.producers());
        return new Fusion(settings, history.diaries(), stems, names).clusters(producers);
    }

    private @Nullable String exclusion(AnalysedBoard board) {
        if (settings.players().excluded().contains(board.uuid())) {
            return ADMIN_EXCLUDED;
        }
        return board.size() < settings.players().minBoardSize() ? "below_min_size" : null;
    }

    private List<AnalyzedBoard> analyzed() {
        return capture.boards().stream()
                .filter(board -> exclusion(board) == null)
                .map(board -> new AnalyzedBoard(
                        board.uuid(),
                        board.name(),
                        board.category(),
                        board.kind().text(),
                        board.contestType(),
                        board.size()))
                .sorted(Comparator.comparing((AnalyzedBoard board) -> Lower.of(board.category()))
                        .thenComparing(board -> Lower.of(board.name())))
                .toList();
    }

    private List<ExcludedBoard> excluded() {
        List<ExcludedBoard> excluded = new ArrayList<>();
        for (AnalysedBoard board : capture.boards()) {
            String reason = exclusion(board);
            if (reason != null) {
                excluded.add(new ExcludedBoard(
                        board.uuid(),
                        board.name(),
                        board.category(),
                        board.kind().text(),
                        board.contestType(),
                        reason,
                        board.size()));
            }
        }
        excluded.sort(Comparator.comparing((ExcludedBoard board) -> Lower.of(board.category()))
                .thenComparing(board -> Lower.of(board.name())));
        return excluded;
    }
}
