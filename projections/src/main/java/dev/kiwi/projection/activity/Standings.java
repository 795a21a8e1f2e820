package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One capture with its players as numbers.
 *
 * @param ids player of each of the capture's names
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standings(long anchor, List<ParsedBoard> boards, Map<Integer, ParsedBoard> byUuid, int[] ids) {
    static Standings of(long anchor, ParsedCapture capture, int[] ids) {
        Map<Integer, ParsedBoard> filled = capture.boards().stream()
                .filter(board -> board.size() > 0)
                .collect(Collectors.toMap(ParsedBoard::uuid, Function.identity()));
        return new Standings(anchor, capture.boards(), filled, ids);
    }

    /** Null when the capture has no rows of it. */
    @Nullable
    ParsedBoard board(int uuid) {
        return byUuid.get(uuid);
    }

    int player(ParsedBoard board, int row) {
        return ids[board.player(row)];
    }
}
