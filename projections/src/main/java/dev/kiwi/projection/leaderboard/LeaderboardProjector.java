package dev.kiwi.projection.leaderboard;

import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.api.leaderboard.LeaderboardEvent.ResetKindOverridden;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Fills the tables of {@code leaderboards}. */
public final class LeaderboardProjector {
    private static final List<String> CAPTURED =
            List.of("capture", "board_capture", "player_capture", "player", "board_contest");

    private final ReadModel model;
    private final CaptureSource source;
    private final CaptureTables tables;
    private final Players players;

    public LeaderboardProjector(ReadModel model, CaptureSource source) {
        this.model = model;
        this.source = source;
        this.tables = new CaptureTables(model);
        this.players = new Players(model);
    }

    @EventHandler
    public void on(CaptureIngested event) throws IOException {
        ParsedCapture capture = source.read(event.sha256(), model.isShadow());
        State before = state();
        Players.Resolved resolved = players.resolve(capture, before.version, before.nextPlayer);
        State after = new State(before.version + 1, resolved.nextId());
        tables.clear(event.anchor(), after.version);
        tables.describe(capture.boards(), event.anchor());
        if (event.entries() > 0) {
            tables.fill(capture, resolved.ids(), event.anchor(), after.version);
            model.jdbc()
                    .sql(
                            "insert into capture (anchor, sha256, boards, entries, version, backfill, ingested_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(event.anchor(), event.sha256(), event.boards(), event.entries(), after.version)
                    .param(event.backfill())
                    .param(Timestamp.from(event.ingestedAt()))
                    .update();
        }
        write(after);
    }

    @EventHandler
    public void on(LeaderboardsReset event) {
        players.forget();
        State before = state();
        CAPTURED.forEach(this::empty);
        if (event.dropBoards()) {
            empty("board");
        }
        // Ids go on, so that a reader in mid-page never sees an old id under a new name.
        State after = new State(before.version + 1, before.nextPlayer);
        tables.takeBack(after.version, 0);
        write(after);
    }

    // Truncating would wait for whoever reads several tables at one moment, and would empty them under that reader.
    private void empty(String table) {
        model.jdbc().sql("delete from " + table).update();
    }

    /** A board that is not there, or was dropped, keeps no override; a capture that brings it back starts anew. */
    @EventHandler
    public void on(ResetKindOverridden event) {
        model.change("update board set reset_kind_override = ? where uuid = ?", event.resetKind(), event.uuid());
    }

    /**
     * @param version counts the changes; names one content of the tables
     * @param nextPlayer first free player id
     */
    private record State(long version, int nextPlayer) {}

    private State state() {
        return model.jdbc()
                .sql("select version, next_player from state")
                .query((row, number) -> new State(row.getLong(1), row.getInt(2)))
                .single();
    }

    private void write(State state) {
        model.jdbc()
                .sql("update state set version = ?, next_player = ?")
                .params(state.version, state.nextPlayer)
                .update();
    }
}
