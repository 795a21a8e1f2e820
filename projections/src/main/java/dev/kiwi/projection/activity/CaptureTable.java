package dev.kiwi.projection.activity;

import dev.kiwi.api.activity.GapRule;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.projection.machinery.ReadModel;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which captures there are, and the names of their boards. */
final class CaptureTable {
    /** Anchors that the gap rule looks at. */
    private static final int NEWEST = 500;

    private static final double HOUR = 3600;

    private final ReadModel model;

    CaptureTable(ReadModel model) {
        this.model = model;
    }

    record Stored(long anchor, String sha256) {}

    void put(long anchor, String sha256, long computedAt) {
        model.jdbc().sql("""
                        insert into capture (anchor, sha256, computed_at) values (?, ?, ?)
                        on conflict (anchor) do update set sha256 = excluded.sha256, computed_at = excluded.computed_at""").params(anchor, sha256, computedAt).update();
    }

    void remove(long anchor) {
        model.jdbc().sql("delete from capture where anchor = ?").param(anchor).update();
    }

    @Nullable
    Stored before(long anchor) {
        return one("anchor < ? order by anchor desc", anchor);
    }

    @Nullable
    Stored after(long anchor) {
        return one("anchor > ? order by anchor", anchor);
    }

    private @Nullable Stored one(String where, long anchor) {
        return model.jdbc()
                .sql("select anchor, sha256 from capture where " + where + " limit 1")
                .param(anchor)
                .query((row, number) -> new Stored(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(null);
    }

    /** By the newest captures up to the late end of the window that is asked about. */
    GapRule gapRule(long late) {
        List<Long> anchors = model.jdbc()
                .sql("select anchor from capture where anchor <= ? order by anchor desc limit " + NEWEST)
                .param(late)
                .query((row, number) -> row.getLong(1))
                .list();
        return GapRule.of(IntStream.range(1, anchors.size())
                .mapToDouble(i -> (anchors.get(i - 1) - anchors.get(i)) / HOUR)
                .toArray());
    }

    void describe(List<ParsedBoard> boards) {
        model.jdbc()
                .sql("""
                        insert into board (uuid, name, category) select * from unnest(?::int[], ?::text[], ?::text[])
                        on conflict (uuid) do update set name = excluded.name, category = excluded.category
                        where (board.name, board.category) is distinct from (excluded.name, excluded.category)""")
                .params(
                        boards.stream().map(ParsedBoard::uuid).toArray(Integer[]::new),
                        boards.stream().map(ParsedBoard::name).toArray(String[]::new),
                        boards.stream().map(ParsedBoard::category).toArray(String[]::new))
                .update();
    }
}
