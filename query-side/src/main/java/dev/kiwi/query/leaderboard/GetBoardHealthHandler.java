package dev.kiwi.query.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.GetBoardHealth;
import dev.kiwi.api.leaderboard.GetBoardHealth.BoardHealth;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.query.dispatch.QueryComponent;
import dev.kiwi.query.leaderboard.BoardNames.Named;
import org.axonframework.queryhandling.QueryHandler;

@QueryComponent
class GetBoardHealthHandler {
    private static final int SAMPLE = 50;

    private final GetEntriesHandler entries;
    private final LatestCaptures latest;
    private final BoardNames boards;

    GetBoardHealthHandler(GetEntriesHandler entries, LatestCaptures latest, BoardNames boards) {
        this.entries = entries;
        this.latest = latest;
        this.boards = boards;
    }

    @QueryHandler
    BoardHealth handle(GetBoardHealth query) {
        long anchor = latest.ofBoard(query.uuid())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "No capture has entries of such a leaderboard."));
        Named board = boards.all().getOrDefault(query.uuid(), BoardNames.nameless(query.uuid()));
        return HealthFigures.of(board, entries.handle(new GetEntries(query.uuid(), anchor, SAMPLE, 0)));
    }
}
