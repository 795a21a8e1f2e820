package dev.kiwi.query.activity;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.projection.activity.ActivityProjector;
import dev.kiwi.projection.activity.Thresholds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Captures in, answers out, on a real Postgres. */
final class Activity implements AutoCloseable {
    private final Map<String, String> dumps = new HashMap<>();
    private int ingested;
    long now = 1_780_916_400;
    int powerRank = 100;
    int effort = 10;
    private final OneConnection model = new OneConnection("activity", "projection/activity.sql");
    private final ActivityProjector projector =
            new ActivityProjector(model, sha256 -> parse(dumps.get(sha256)), () -> new Thresholds(powerRank, effort));
    final JdbcClient jdbc = model.jdbc();
    private final KeptAnswers kept = new KeptAnswers(jdbc);
    private final Clock clock = new NowClock();
    private final ReadSnapshot snapshot = new ReadSnapshot(model.dataSource());
    final CurrentActivityQueries current = new CurrentActivityQueries(jdbc, snapshot, new Unions(jdbc), kept, clock);
    final PlayerActivityQueries players = new PlayerActivityQueries(jdbc, kept, clock);
    final ClassActivityQueries classes = new ClassActivityQueries(jdbc, snapshot, kept, clock, new Settings());

    static ParsedCapture parse(String dump) {
        try {
            return LeaderBotParser.parse(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param triples as in a dump: {@code 1;Mira;912|2;Tom;880.5} */
    static String board(int uuid, String triples) {
        return "Id$Cat$" + uuid + " = BOARD " + uuid + "$STATS##" + triples + "\n";
    }

    void capture(long anchor, String dump) {
        String sha256 = "sha " + ingested++;
        dumps.put(sha256, dump);
        ParsedCapture parsed = parse(dump);
        CaptureIngested event = new CaptureIngested(
                "capture:0:" + anchor,
                anchor,
                sha256,
                1,
                parsed.boards().size(),
                parsed.entries(),
                0,
                "upload",
                false,
                Instant.ofEpochSecond(anchor + 5));
        try {
            projector.on(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reset() {
        projector.on(new LeaderboardsReset("leaderboards:all", 1, true, Instant.EPOCH));
    }

    /** As {@link #current}, over connections of its own; others change the tables while it counts the unions. */
    CurrentActivityQueries currentDuring(Runnable change) {
        DataSource others = model.database();
        JdbcClient reader = JdbcClient.create(others);
        Unions unions = new Unions(reader) {
            @Override
            @Nullable
            Union upTo(long late, long seconds) {
                change.run();
                return super.upTo(late, seconds);
            }
        };
        return new CurrentActivityQueries(reader, new ReadSnapshot(others), unions, new KeptAnswers(reader), clock);
    }

    @Override
    public void close() throws SQLException {
        model.close();
    }

    private final class NowClock extends Clock {
        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Settings implements RuntimeSettings {
        @Override
        public IntSupplier integer(String key) {
            return () -> key.startsWith("class_activity_power") ? powerRank : effort;
        }

        @Override
        public DoubleSupplier decimal(String key) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public BooleanSupplier flag(String key) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public Supplier<String> text(String key) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public void onChange(Runnable listener) {
            throw new UnsupportedOperationException("nothing changes by itself");
        }
    }
}
