package dev.kiwi.query.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.EntriesCursor;
import dev.kiwi.api.leaderboard.GetEntries;
import dev.kiwi.api.leaderboard.GetEntries.Comparison;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetEntriesHandler {
    private final JdbcClient jdbc;
    private final BoardBodies bodies;
    private final PlayerNames names;

    GetEntriesHandler(JdbcClient jdbc, BoardBodies bodies, PlayerNames names) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.names = names;
    }

    @QueryHandler
    EntryPage handle(GetEntries query) {
        String text = query.cursor();
        if (text == null) {
            return Replaced.retry(() -> page(query, null));
        }
        EntriesCursor cursor = EntriesCursor.read(text);
        if (cursor.uuid() != query.uuid()) {
            throw new Refusal(ErrorCode.BAD_REQUEST, "The cursor is of another board.");
        }
        GetEntries next = new GetEntries(query.uuid(), cursor.anchor(), query.limit(), cursor.offset());
        return Replaced.retry(() -> page(next, cursor.version()));
    }

    /** @param pinned the only content that will do; null for whichever there is */
    private EntryPage page(GetEntries query, @Nullable Long pinned) {
        Heads heads = heads(query.uuid(), query.anchor());
        if (pinned != null && !pinned.equals(heads.version)) {
            throw new Refusal(ErrorCode.CONFLICT, "The capture was replaced meanwhile; start with its first page.");
        }
        Comparison comparison = compare(query, heads);
        if (heads.version == null) {
            return new EntryPage(query.uuid(), query.anchor(), List.of(), 0, 0, comparison, null);
        }
        BoardBody board = bodies.get(new BoardBodies.Key(query.uuid(), query.anchor(), heads.version));
        int end = (int) Math.min(board.size(), (long) query.offset() + query.limit());
        List<Row> rows = board.rows(query.offset(), end);
        Map<Integer, Row> before = comparison.comparable() ? before(query.uuid(), heads, rows) : null;
        Map<Integer, String> spelled = names.of(rows.stream().map(Row::player).collect(Collectors.toSet()));
        List<Entry> items = rows.stream()
                .map(row -> entry(row, spelled.getOrDefault(row.player(), ""), before))
                .toList();
        String next = end < board.size() && end > query.offset()
                ? new EntriesCursor(query.uuid(), query.anchor(), heads.version, end).text()
                : null;
        return new EntryPage(query.uuid(), query.anchor(), items, items.size(), board.size(), comparison, next);
    }

    private static Comparison compare(GetEntries query, Heads heads) {
        if (heads.prevAnchor == null) {
            return new Comparison(false, null, "no_prior_snapshot");
        }
        boolean crossed = ResetKinds.effective(query.uuid(), heads.override).crosses(heads.prevAnchor, query.anchor());
        return new Comparison(!crossed, heads.prevAnchor, crossed ? "crossed_reset" : "ok");
    }

    private static Entry entry(Row row, String name, @Nullable Map<Integer, Row> before) {
        Row prev = before == null ? null : before.get(row.player());
        return prev == null
                ? Entry.plain(row.rank(), name, row.score(), before != null)
                : Entry.compared(row.rank(), name, row.score(), prev.rank(), prev.score());
    }

    /** Where the players of a page stood at the previous anchor. */
    private Map<Integer, Row> before(int uuid, Heads heads, List<Row> rows) {
        Map<Integer, Row> before = new HashMap<>();
        if (heads.prevAnchor != null && heads.prevVersion != null) {
            BitSet players = new BitSet();
            rows.forEach(row -> players.set(row.player()));
            bodies.get(new BoardBodies.Key(uuid, heads.prevAnchor, heads.prevVersion))
                    .find(players)
                    .forEach(row -> before.put(row.player(), row));
        }
        return before;
    }

    /** @param version of the asked capture; null when the board is not in it */
    private record Heads(
            @Nullable Long version,
            @Nullable Long prevAnchor,
            @Nullable Long prevVersion,
            @Nullable String override) {}

    private Heads heads(int uuid, long anchor) {
        return jdbc.sql("""
                        select c.version, p.anchor, p.version, b.reset_kind_override
                        from (values (cast(:uuid as int))) asked (uuid)
                        left join leaderboards.board b on b.uuid = asked.uuid
                        left join leaderboards.board_capture c on c.board_uuid = asked.uuid and c.anchor = :anchor
                        left join lateral (
                            select anchor, version from leaderboards.board_capture
                            where board_uuid = asked.uuid and anchor < :dayStart
                            order by anchor desc limit 1) p on true""")
                .param("uuid", uuid)
                .param("anchor", anchor)
                .param("dayStart", TroveTime.dayStart(anchor))
                .query((row, number) -> new Heads(
                        row.getObject(1, Long.class),
                        row.getObject(2, Long.class),
                        row.getObject(3, Long.class),
                        row.getString(4)))
                .single();
    }
}
