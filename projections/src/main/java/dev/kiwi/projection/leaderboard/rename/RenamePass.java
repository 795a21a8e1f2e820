package dev.kiwi.projection.leaderboard.rename;

import dev.kiwi.api.leaderboard.ClubBoards;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares each capture with the one before it, some at a time and in whatever order they were filed. What was compared is
 * told by the dumps of both, so that a rebuild of the read model changes nothing. Blocks.
 */
public final class RenamePass {
    /** Counts the ways in which renames were found. */
    public static final int METHOD = 1;

    /** With the longest gap as parameter. */
    private static final String NEIGHBOURS = """
            select before, before_sha256, anchor, sha256 from (
                select anchor, sha256, lag(anchor) over w as before, lag(sha256) over w as before_sha256
                from leaderboards.capture window w as (order by anchor)) captures
            where anchor - before <= ?""";

    private static final int AT_ONCE = 24;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Supplier<RenameSettings> settings;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public RenamePass(DataSource dataSource, Supplier<RenameSettings> settings, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Forgets what was found in captures that were replaced or reset, even while switched off, and compares what is new.
     *
     * @return one line for the administrator
     */
    public String run() {
        int found = 0;
        for (Look look = look(); look.compared > 0; look = look()) {
            found += look.found;
        }
        return settings.get().enabled() ? found + " renames found" : "switched off";
    }

    private record Look(int compared, int found) {}

    private record Step(long from, String fromSha256, long to, String toSha256) {}

    private Look look() {
        RenameSettings now = settings.get();
        Look look = snapshot.execute(status -> {
            forget(now);
            return now.enabled() ? compare(now) : new Look(0, 0);
        });
        return Objects.requireNonNull(look);
    }

    /** What was found between captures that are no neighbours now, or are other dumps. */
    private void forget(RenameSettings now) {
        int gone = jdbc.sql("delete from pm.rename_step where (from_anchor, from_sha256, to_anchor, to_sha256) not in ("
                        + NEIGHBOURS + ")")
                .param(now.maxGap())
                .update();
        if (gone > 0) {
            jdbc.sql("""
                            delete from pm.player_rename r where not exists (
                                select from pm.rename_step s where s.to_anchor = r.to_anchor)""").update();
        }
    }

    private Look compare(RenameSettings now) {
        List<Step> steps = jdbc.sql(NEIGHBOURS
                        + " except select from_anchor, from_sha256, to_anchor, to_sha256 from pm.rename_step"
                        + " order by anchor limit ?")
                .params(now.maxGap(), AT_ONCE)
                .query((row, n) -> new Step(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
                .list();
        int found = 0;
        for (Step step : steps) {
            found += compare(now, step);
            note(step);
        }
        return new Look(steps.size(), found);
    }

    private void note(Step step) {
        jdbc.sql("insert into pm.rename_step (from_anchor, from_sha256, to_anchor, to_sha256) values (?, ?, ?, ?)")
                .params(step.from, step.fromSha256, step.to, step.toSha256)
                .update();
    }

    private int compare(RenameSettings now, Step step) {
        Map<Integer, BoardRows> before = read(step.from);
        Map<Integer, BoardRows> after = read(step.to);
        RenameMatch match = new RenameMatch(now, players(before), players(after));
        before.forEach((uuid, rows) -> {
            BoardRows later = after.get(uuid);
            if (later != null
                    && ClubBoards.listsPlayers(uuid)
                    && !now.excluded().contains(uuid)
                    && isLifetime(uuid)) {
                match.compare(uuid, rows, later);
            }
        });
        List<RenameMatch.Match> matches = match.matches();
        matches.forEach(found -> keep(found, step));
        return matches.size();
    }

    private Map<Integer, BoardRows> read(long anchor) {
        Map<Integer, BoardRows> boards = new HashMap<>();
        jdbc.sql("select board_uuid, body from leaderboards.board_capture where anchor = ?")
                .param(anchor)
                .query(row -> {
                    boards.put(row.getInt(1), BoardBody.of(row.getBytes(2)).columns());
                });
        return boards;
    }

    private static BitSet players(Map<Integer, BoardRows> boards) {
        BitSet players = new BitSet();
        for (BoardRows rows : boards.values()) {
            for (int i = 0; i < rows.size(); i++) {
                players.set(rows.player(i));
            }
        }
        return players;
    }

    private boolean isLifetime(int uuid) {
        String override = jdbc.sql("select coalesce(reset_kind_override, '') from leaderboards.board where uuid = ?")
                .param(uuid)
                .query(String.class)
                .optional()
                .orElse("");
        ResetKind kind = ResetKinds.effective(uuid, override);
        return kind == ResetKind.DEFAULT || kind == ResetKind.NONE;
    }

    private void keep(RenameMatch.Match match, Step step) {
        String from = name(match.from());
        String to = name(match.to());
        jdbc.sql("""
                        insert into pm.player_rename (from_lower, to_lower, from_name, to_name, from_anchor, to_anchor,
                            confidence, matched_boards, evidence, method_version, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(PlayerKey.of(from), PlayerKey.of(to), from, to, step.from, step.to)
                .params(match.confidence(), match.evidence().size(), json.writeValueAsString(match.evidence()))
                .params(METHOD, Timestamp.from(clock.instant()))
                .update();
    }

    private String name(int player) {
        return jdbc.sql("select name from leaderboards.player where id = ?")
                .param(player)
                .query(String.class)
                .single();
    }
}
