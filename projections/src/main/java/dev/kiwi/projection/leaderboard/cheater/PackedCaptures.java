package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the analysis reads, out of the live read model; within one transaction, so that it is one state. */
final class PackedCaptures {
    private final JdbcClient jdbc;

    PackedCaptures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest capture.
     *
     * @param state names the rows: which tables, which content of its week, which overrides
     * @param calm false when it is one of a backfill and was filed in the last seconds: more may follow
     */
    record Newest(long anchor, String state, boolean calm) {}

    /** @param quiet time without a new capture that counts as calm */
    Optional<Newest> newest(Duration quiet) {
        return jdbc.sql("""
                        select anchor, not backfill or ingested_at < clock_timestamp() - make_interval(secs => ?)
                        from leaderboards.capture order by anchor desc limit 1""")
                .param(quiet.toSeconds())
                .query((row, n) -> new Found(row.getLong(1), row.getBoolean(2)))
                .optional()
                .map(found -> new Newest(found.anchor, state(found.anchor), found.calm));
    }

    private record Found(long anchor, boolean calm) {}

    private String state(long anchor) {
        return identity(anchor) + " " + jdbc.sql("""
                        select coalesce(string_agg(uuid || '=' || reset_kind_override, ',' order by uuid), '')
                        from leaderboards.board where reset_kind_override is not null""").query(String.class).single();
    }

    /**
     * Names the content of a capture and of those of its week before it, and the tables that they are in, whose players
     * have numbers of their own. A capture that is filed again has a greater version than all, one that is gone is not
     * counted.
     */
    String identity(long anchor) {
        return jdbc.sql("""
                        select concat_ws(' ', 'leaderboards.capture'::regclass::oid, ?, max(version), count(*))
                        from leaderboards.capture where anchor between ? and ?""")
                .params(anchor, TroveTime.weekStart(anchor), anchor)
                .query(String.class)
                .single();
    }

    AnalysedCapture read(long anchor) {
        List<AnalysedBoard> boards = jdbc.sql("""
                        select b.uuid, b.name, b.category, b.reset_kind_override, k.type, c.body
                        from leaderboards.board_capture c
                        join leaderboards.board b on b.uuid = c.board_uuid
                        left join leaderboards.board_contest k on k.board_uuid = c.board_uuid and k.anchor = c.anchor
                        where c.anchor = ?
                        order by b.category collate "C", b.name collate "C", b.uuid""")
                .param(anchor)
                .query((row, n) -> new AnalysedBoard(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        ResetKinds.effective(row.getInt(1), row.getString(4)),
                        row.getString(5),
                        BoardBody.of(row.getBytes(6)).columns()))
                .list();
        return new AnalysedCapture(anchor, boards, names(boards));
    }

    private @Nullable String[] names(List<AnalysedBoard> boards) {
        BitSet listed = new BitSet();
        for (AnalysedBoard board : boards) {
            for (int i = 0; i < board.size(); i++) {
                listed.set(board.player(i));
            }
        }
        // As long as there are numbers: what is kept of an earlier capture may name others.
        @Nullable
        String[] names = new @Nullable
                String
                [jdbc.sql("select next_player from leaderboards.state")
                        .query(Integer.class)
                        .single()];
        jdbc.sql("select id, name from leaderboards.player where id = any(?)")
                .param((Object) listed.stream().boxed().toArray(Integer[]::new))
                .query(row -> {
                    names[row.getInt(1)] = row.getString(2);
                });
        return names;
    }

    Week week(AnalysedCapture capture) {
        long[] anchors = jdbc
                .sql("select anchor from leaderboards.capture where anchor between ? and ? order by anchor")
                .params(TroveTime.weekStart(capture.anchor()), capture.anchor())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        return new PackedWeek(jdbc, anchors, capture.anchor(), capture.names().length);
    }
}
