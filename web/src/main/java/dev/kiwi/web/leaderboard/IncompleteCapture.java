package dev.kiwi.web.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetPreviousCapture.PreviousCapture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dump that was cut short and is not filed. */
final class IncompleteCapture extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, @Nullable Object> summary;

    IncompleteCapture(
            long anchor,
            ParsedCapture capture,
            PreviousCapture before,
            List<Integer> missing,
            List<Integer> collapsed) {
        super(
                "The dump looks cut short: " + missing.size() + " boards of the capture before are missing, "
                        + collapsed.size() + " have lost most of their entries. Nothing was filed.",
                null,
                false,
                false);
        summary = new LinkedHashMap<>();
        summary.put("skipped", true);
        summary.put("created_at", anchor);
        summary.put("boards", capture.boards().size());
        summary.put("entries", capture.entries());
        summary.put("reason", missing.isEmpty() ? "collapsed_boards" : "missing_boards");
        summary.put("missing_boards", missing);
        summary.put("collapsed_boards", collapsed);
        summary.put("prev_anchor", before.anchor());
        summary.put("prev_boards", before.entries().size());
        summary.put("cur_boards", capture.boards().size());
    }

    /** For the ingest log. */
    Map<String, @Nullable Object> summary() {
        return summary;
    }
}
