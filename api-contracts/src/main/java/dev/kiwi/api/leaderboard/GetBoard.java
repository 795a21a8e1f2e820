package dev.kiwi.api.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One board with its contests over time; refused with 404 when it was never seen. */
public record GetBoard(int uuid) {
    /** @param contestType always null here: it belongs to a capture */
    public record BoardOne(
            int uuid,
            String nameId,
            String name,
            String categoryId,
            String category,
            @Nullable String contestType,
            String resetKind,
            boolean playerBoard,
            List<ContestMark> contests) {}

    /** @param time anchor */
    public record ContestMark(long time, String type) {}
}
