package dev.kiwi.projection.leaderboard.total;

import dev.kiwi.projection.leaderboard.BinaryCopy;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.PlayerTotals;
import dev.kiwi.projection.leaderboard.packed.TotalRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds captures to {@code pm.player_total}, a few dozen in a transaction. The last ones stay out: they are the ones that
 * are filed again, and what was added cannot be taken away, only be made anew. Blocks.
 */
public final class TotalsFold {
    /** Of the row {@code s} of the state: whether the totals may be used. */
    public static final String STANDS = """
            s.made_of = 'leaderboards.capture'::regclass::oid and not exists (
                select from leaderboards.taken_back t where t.at > s.seen and t.version <= s.version)""";

    private static final int AT_ONCE = 48;
    private static final int LEFT_OUT = 6;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public TotalsFold(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Adds all that is to be added. @return one line for the administrator */
    public String run() {
        int added = 0;
        for (int now = fold(); now > 0; now = fold()) {
            added += now;
        }
        return added + " captures added to the players' totals";
    }

    private int fold() {
        Integer added = snapshot.execute(status -> {
            Head head = head();
            boolean stands = standing();
            long from = stands ? head.foldedTo : 0;
            List<Long> versions = jdbc.sql(
                            "select version from leaderboards.capture where version > ? order by version limit ?")
                    .params(from, AT_ONCE + LEFT_OUT)
                    .query((row, n) -> row.getLong(1))
                    .list();
            if (!stands) {
                jdbc.sql("delete from pm.player_total").update();
            }
            int count = versions.size() - LEFT_OUT;
            if (count > 0) {
                add(from, versions.get(count - 1), head.players);
            }
            if (count > 0 || !stands) {
                note(count > 0 ? versions.get(count - 1) : 0);
            }
            return Math.max(0, count);
        });
        return added == null ? 0 : added;
    }

    private record Head(int players, long foldedTo) {}

    private Head head() {
        return jdbc.sql("""
                        select next_player, coalesce((select version from pm.player_total_state), 0)
                        from leaderboards.state""")
                .query((row, n) -> new Head(row.getInt(1), row.getLong(2)))
                .single();
    }

    private boolean standing() {
        return jdbc.sql("select exists (select from pm.player_total_state s where " + STANDS + ")")
                .query(Boolean.class)
                .single();
    }

    private void note(long version) {
        jdbc.sql("""
                        insert into pm.player_total_state (made_of, version, seen)
                        select 'leaderboards.capture'::regclass::oid, ?, version from leaderboards.state
                        on conflict (one) do update
                        set made_of = excluded.made_of, version = excluded.version, seen = excluded.seen""").param(version).update();
    }

    private void add(long from, long to, int players) {
        TotalRows rows = new TotalRows();
        BoardTally tally = new BoardTally(players);
        List<Integer> boards = jdbc.sql("select uuid from leaderboards.board order by uuid")
                .query((row, n) -> row.getInt(1))
                .list();
        for (int board : boards) {
            jdbc.sql("""
                            select b.anchor, b.body from leaderboards.capture c
                            join leaderboards.board_capture b on b.anchor = c.anchor and b.board_uuid = ?
                            where c.version > ? and c.version <= ?""").params(board, from, to).query(row -> {
                tally.count(row.getLong(1), BoardBody.of(row.getBytes(2)).columns());
            });
            tally.giveTo(rows, board);
        }
        write(PlayerTotals.byBucket(rows));
    }

    private void write(@Nullable TotalRows[] buckets) {
        Map<Integer, byte[]> before = new HashMap<>();
        jdbc.sql("select bucket, body from pm.player_total").query(row -> {
            before.put(row.getInt(1), row.getBytes(2));
        });
        jdbc.sql("delete from pm.player_total").update();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (BinaryCopy copy = new BinaryCopy(connection, "pm.player_total (bucket, body)")) {
            for (int bucket = 0; bucket < buckets.length; bucket++) {
                Optional<byte[]> old = Optional.ofNullable(before.remove(bucket));
                TotalRows added = buckets[bucket];
                if (added != null) {
                    int number = bucket;
                    TotalRows all = old.map(body -> PlayerTotals.merge(PlayerTotals.decode(body, number), added))
                            .orElse(added);
                    row(copy, bucket, PlayerTotals.encode(all));
                } else if (old.isPresent()) {
                    row(copy, bucket, old.get());
                }
            }
            for (Map.Entry<Integer, byte[]> untouched : before.entrySet()) {
                row(copy, untouched.getKey(), untouched.getValue());
            }
            copy.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The players' totals could not be written", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void row(BinaryCopy copy, int bucket, byte[] body) throws IOException {
        copy.row(2).integer(bucket).bytes(body);
    }
}
