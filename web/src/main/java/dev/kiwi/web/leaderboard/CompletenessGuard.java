package dev.kiwi.web.leaderboard;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetPreviousCapture;
import dev.kiwi.api.leaderboard.GetPreviousCapture.PreviousCapture;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.web.dispatch.Queries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks whether a live dump was cut short: then everybody would look newly arrived in the next (leaderboards.md 7). */
@Component
class CompletenessGuard {
    private static final int LARGE_BOARD = 100;

    private final Queries queries;
    private final BooleanSupplier enabled;
    private final IntSupplier mostMissing;
    private final DoubleSupplier collapse;
    private final IntSupplier fewestBefore;

    CompletenessGuard(Queries queries, RuntimeSettings settings) {
        this.queries = queries;
        this.enabled = settings.flag("capture_completeness_enabled");
        this.mostMissing = settings.integer("capture_max_missing_boards");
        this.collapse = settings.decimal("capture_collapse_frac");
        this.fewestBefore = settings.integer("capture_min_prev_boards");
    }

    /** Fails with {@link IncompleteCapture} when the dump is not to be filed. */
    Mono<Void> check(long anchor, ParsedCapture capture) {
        if (!enabled.getAsBoolean()) {
            return Mono.empty();
        }
        return queries.ask(new GetPreviousCapture(anchor), PreviousCapture.class)
                .flatMap(before -> isMeasure(before, anchor) ? compare(before, anchor, capture) : Mono.empty());
    }

    private boolean isMeasure(PreviousCapture before, long anchor) {
        Long previous = before.anchor();
        // A weekly reset is a daily one too.
        return previous != null
                && before.entries().size() >= fewestBefore.getAsInt()
                && !ResetKind.DAILY.crosses(previous, anchor);
    }

    private Mono<Void> compare(PreviousCapture before, long anchor, ParsedCapture capture) {
        Map<Integer, Integer> now = new HashMap<>();
        for (ParsedBoard board : capture.boards()) {
            now.put(board.uuid(), board.size());
        }
        List<Integer> missing = before.entries().keySet().stream()
                .filter(uuid -> !now.containsKey(uuid))
                .sorted()
                .toList();
        List<Integer> collapsed = before.entries().entrySet().stream()
                .filter(board -> board.getValue() >= LARGE_BOARD && now.containsKey(board.getKey()))
                .filter(board -> now.getOrDefault(board.getKey(), 0) < collapse.getAsDouble() * board.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (missing.size() <= mostMissing.getAsInt() && collapsed.isEmpty()) {
            return Mono.empty();
        }
        return Mono.error(new IncompleteCapture(anchor, capture, before, missing, collapsed));
    }
}
