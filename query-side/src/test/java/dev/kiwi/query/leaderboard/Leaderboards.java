package dev.kiwi.query.leaderboard;

import com.mongodb.client.model.WriteModel;
import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.api.leaderboard.LeaderboardEvent.ResetKindOverridden;
import dev.kiwi.api.leaderboard.ListRenames;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.leaderboard.LeaderboardProjector;
import dev.kiwi.projection.leaderboard.cheater.CheaterPass;
import dev.kiwi.projection.leaderboard.cheater.CheaterSettings;
import dev.kiwi.projection.leaderboard.rename.RenamePass;
import dev.kiwi.projection.leaderboard.rename.RenameSettings;
import dev.kiwi.projection.leaderboard.total.TotalsFold;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Events in, queries out, on a real Postgres: the projector in one transaction an event, and the query handlers. */
final class Leaderboards implements AutoCloseable {
    private final Connection writer;
    private final SingleConnectionDataSource reader;
    private final Map<String, ParsedCapture> dumps = new HashMap<>();
    private final LeaderboardProjector projector;
    private final DataSource database;
    boolean renamesEnabled = true;
    final JdbcClient jdbc;
    final BoardBodies bodies;
    final GetEntriesHandler entries;
    final GetPlayerHistoryHandler history;
    final GetBoardsHandler boards;
    final GetBoardHandler board;
    final GetTimestampsHandler timestamps;
    final GetTotalsHandler totals;
    final GetPlayerProfileHandler profile;
    final GetPlayerSeriesHandler series;
    final GetBoardChartHandler chart;
    final GetBoardHealthHandler health;
    final GetCutoffsHandler cutoffs;
    final ComparePlayersHandler compare;
    final GetPreviousCaptureHandler previous;
    final ListBoardSettingsHandler settings;
    final TotalsFold fold;
    final RenamePass renames;

    Leaderboards() {
        database = TestStores.freshDatabase().dataSource();
        try {
            writer = database.getConnection();
            writer.createStatement().execute("create schema leaderboards; set search_path to leaderboards");
            ScriptUtils.executeSqlScript(writer, new ClassPathResource("projection/leaderboards.sql"));
            writer.createStatement().execute("create schema pm");
            ScriptUtils.executeSqlScript(writer, new ClassPathResource("db/projection/V16__leaderboard_finding.sql"));
            ScriptUtils.executeSqlScript(writer, new ClassPathResource("db/projection/V17__rename_step.sql"));
            writer.setAutoCommit(false);
            reader = new SingleConnectionDataSource(database.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        projector = new LeaderboardProjector(new OneTransaction(), (sha256, replay) -> dumps.get(sha256));
        jdbc = JdbcClient.create(reader);
        bodies = new BoardBodies(jdbc);
        entries = new GetEntriesHandler(jdbc, bodies, new PlayerNames(jdbc));
        KnownPlayers players = new KnownPlayers(jdbc);
        PlayerPlaces places = new PlayerPlaces(jdbc);
        BoardSlices slices = new BoardSlices(jdbc);
        PlayerHistory histories = new PlayerHistory(jdbc, slices);
        BoardNames names = new BoardNames(jdbc);
        LatestCaptures latest = new LatestCaptures(jdbc);
        history = new GetPlayerHistoryHandler(players, places, histories, slices);
        profile = new GetPlayerProfileHandler(players, histories, new RecentRows(places, slices), names);
        series = new GetPlayerSeriesHandler(players, places, slices, names);
        chart = new GetBoardChartHandler(jdbc, new PlayerNames(jdbc));
        health = new GetBoardHealthHandler(entries, latest, names);
        cutoffs = new GetCutoffsHandler(jdbc, latest);
        compare = new ComparePlayersHandler(players, places, slices, names, latest);
        previous = new GetPreviousCaptureHandler(jdbc);
        settings = new ListBoardSettingsHandler(jdbc);
        fold = new TotalsFold(database);
        renames = new RenamePass(
                database,
                () -> new RenameSettings(renamesEnabled, 5400, 2, 0.02, 1000, 0.5, Set.of()),
                Clock.systemUTC());
        boards = new GetBoardsHandler(jdbc);
        board = new GetBoardHandler(jdbc);
        timestamps = new GetTimestampsHandler(jdbc);
        totals = new GetTotalsHandler(jdbc);
    }

    /** The pass of one node. */
    CheaterPass cheaters(CheaterSettings settings, Clock clock) {
        return new CheaterPass(database, () -> settings, clock);
    }

    ParsedCapture ingest(long anchor, String dump) {
        return ingest(anchor, parse(dump));
    }

    ParsedCapture ingest(long anchor, ParsedCapture capture) {
        begin(anchor, capture);
        commit();
        return capture;
    }

    /** Applies the event and leaves the transaction open. */
    void begin(long anchor, ParsedCapture capture) {
        String sha256 = UUID.randomUUID().toString();
        dumps.put(sha256, capture);
        try {
            projector.on(new CaptureIngested(
                    "capture:0:" + anchor,
                    anchor,
                    sha256,
                    1,
                    capture.boards().size(),
                    capture.entries(),
                    0,
                    "upload",
                    false,
                    Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dumps.clear();
    }

    void override(int uuid, @Nullable String kind) {
        projector.on(new ResetKindOverridden("board:" + uuid, uuid, kind, Instant.EPOCH));
        commit();
    }

    void reset(boolean dropBoards) {
        projector.on(new LeaderboardsReset("leaderboards:all", 1, dropBoards, Instant.EPOCH));
        commit();
    }

    void commit() {
        try {
            writer.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void rollback() {
        try {
            writer.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    ListRenames.Renames listRenames() {
        return listRenames(null);
    }

    ListRenames.Renames listRenames(@Nullable String player) {
        return new ListRenamesHandler(jdbc, new ShippedSettings()).handle(new ListRenames(player, 50, 0));
    }

    GetEntries.EntryPage page(int uuid, long anchor) {
        return entries.handle(new GetEntries(uuid, anchor, 1000, 0));
    }

    GetPlayerHistory.History history(String name, Integer uuid, int limit) {
        return history.handle(new GetPlayerHistory(name, uuid, limit));
    }

    /** Hash over all rows of a table; the order of rows does not count. */
    String checksum(String table) {
        return jdbc.sql(
                        "select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from leaderboards."
                                + table + " t")
                .query(String.class)
                .single();
    }

    static ParsedCapture parse(String dump) {
        try {
            return LeaderBotParser.parse(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One board line. */
    static String board(int uuid, String name, String category, String entries) {
        return "Id_" + uuid + "$Cat_" + category + "$" + uuid + " = " + name + "$" + category + "##" + entries + "\n";
    }

    static String stats(int uuid, String entries) {
        return board(uuid, "BOARD " + uuid, "STATS", entries);
    }

    @Override
    public void close() throws SQLException {
        reader.destroy();
        writer.close();
    }

    private final class OneTransaction implements ReadModel {
        private final JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(writer, true));

        @Override
        public JdbcClient jdbc() {
            return client;
        }

        @Override
        public <T> T withConnection(ConnectionWork<T> work) {
            try {
                return work.run(writer);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(String collection, WriteModel<Document> write) {
            throw new UnsupportedOperationException("leaderboards live in Postgres");
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException("not needed by this projector");
        }

        @Override
        public boolean isShadow() {
            return false;
        }
    }
}
