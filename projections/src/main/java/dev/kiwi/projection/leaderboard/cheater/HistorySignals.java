package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one week of captures says (leaderboards.md 16.7 to 16.8b). One board's week is in memory at a time; what remains
 * of it are the groups and the diaries of its leaders.
 *
 * @param slots captures less one
 */
record HistorySignals(List<Producer> producers, Diaries diaries, List<AnalysedBoard> boards, int slots) {
    private static final int FEWEST_FOR_UPTIME = 48;

    static HistorySignals none() {
        return new HistorySignals(List.of(), new Diaries(), List.of(), 0);
    }

    static HistorySignals of(CheaterSettings settings, AnalysedCapture capture, Week week, Stems stems, Names names) {
        CheaterSettings.Movement movement = settings.movement();
        int anchors = week.anchors().length;
        if (movement.candidates() == 0 || anchors <= movement.minHours()) {
            return none();
        }
        CoMovement moving = new CoMovement(movement, stems, names);
        Diaries diaries = new Diaries();
        List<AnalysedBoard> boards = capture.boards();
        for (int place = 0; place < boards.size(); place++) {
            AnalysedBoard board = boards.get(place);
            if (!settings.stems().excluded().contains(board.uuid()) && board.size() >= movement.minGroup()) {
                int[] players = candidates(board, movement.candidates());
                Gains gains = new Gains(movement, week.scores(board.uuid(), players), players.length);
                moving.look(board, players, gains);
                diaries.note(place, players, gains, anchors);
            }
        }
        List<Producer> schedules = new Schedules(settings, diaries, names, boards).producers(anchors);
        return new HistorySignals(
                Stream.concat(moving.producers().stream(), schedules.stream()).toList(), diaries, boards, anchors - 1);
    }

    private static int[] candidates(AnalysedBoard board, int most) {
        BitSet seen = new BitSet();
        int[] players = new int[Math.min(most, board.size())];
        int count = 0;
        for (int i = 0; i < board.size() && count < players.length; i++) {
            if (!seen.get(board.player(i))) {
                seen.set(board.player(i));
                players[count++] = board.player(i);
            }
        }
        return Arrays.copyOf(players, count);
    }

    /** A player who never sleeps. @param uuid of the board that tells of it */
    record Sleepless(int player, int uuid, Evidence evidence) {}

    /** Who gained in almost every hour of the week (16.8). @param threshold share of the hours; 0 looks for nobody */
    List<Sleepless> sleepless(double threshold) {
        if (slots < FEWEST_FOR_UPTIME || threshold <= 0) {
            return List.of();
        }
        return diaries.all().entrySet().stream()
                .filter(entry -> entry.getValue().hours().cardinality() / (double) slots >= threshold)
                .map(entry -> new Sleepless(
                        entry.getKey(),
                        entry.getValue().boards().stream()
                                .map(place -> boards.get(place).uuid())
                                .min()
                                .orElseThrow(),
                        evidence(entry.getValue().hours().cardinality(), threshold)))
                .toList();
    }

    private Evidence evidence(int active, double threshold) {
        double fraction = active / (double) slots;
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("active_hours", active);
        measured.put("captures_since_reset", slots + 1);
        measured.put("uptime_fraction", Numbers.rounded(fraction, 3));
        measured.put("threshold_fraction", threshold);
        String summary = String.format(
                Locale.ROOT,
                "A score rose in %d of the %d hours between this week's captures, %.1f %%; %.1f %% is flagged.",
                active,
                slots,
                100 * fraction,
                100 * threshold);
        return new Evidence(Confidence.SUSTAINED, summary, measured, Confidence.ofUptime(fraction, threshold));
    }
}
