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
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Compares each capture with the one before it, once, some at a time. Blocks. */
public final class RenamePass {
    /** Counts the ways in which renames were found. */
    public static final int METHOD = 1;

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

    /** @return one line for the administrator */
    public String run() {
        RenameSettings now = settings.get();
        if (!now.enabled()) {
            return "switched off";
        }
        Integer found = snapshot.execute(status -> look(now));
        return found + " renames found";
    }

    private record Step(long from, long to) {}

    private int look(RenameSettings now) {
        long seen = seen();
        List<Step> steps = jdbc.sql("""
                        select * from (
                            select lag(anchor) over (order by anchor) as before, anchor from leaderboards.capture
                            where anchor >= ?) steps
                        where before is not null order by anchor limit ?""")
                .params(seen, AT_ONCE)
                .query((row, n) -> new Step(row.getLong(1), row.getLong(2)))
                .list();
        int found = 0;
        for (Step step : steps) {
            if (step.to - step.from <= now.maxGap()) {
                found += compare(now, step);
            }
        }
        if (!steps.isEmpty()) {
            note(steps.getLast().to);
        }
        return found;
    }

    /** The last capture that was compared; after a reset all that was found is forgotten. */
    private long seen() {
        boolean known = jdbc.sql("""
                        select exists (select from leaderboards.capture c join pm.leaderboard_finding f on f.anchor = c.anchor
                        where f.kind = 'renames')""").query(Boolean.class).single();
        if (!known) {
            jdbc.sql("delete from pm.player_rename").update();
            return 0;
        }
        return jdbc.sql("select anchor from pm.leaderboard_finding where kind = 'renames'")
                .query(Long.class)
                .single();
    }

    private void note(long anchor) {
        jdbc.sql("""
                        insert into pm.leaderboard_finding (kind, of_state, anchor, computed_at, body)
                        values ('renames', '', ?, ?, '')
                        on conflict (kind) do update set anchor = excluded.anchor, computed_at = excluded.computed_at""").params(anchor, Timestamp.from(clock.instant())).update();
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
