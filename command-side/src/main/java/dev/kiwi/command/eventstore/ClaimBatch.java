package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.ClaimChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claim changes in their order, with one statement for each run of the same kind of change. */
final class ClaimBatch {
    private final AppendConnection connection;
    private final Map<Claimed, Change> run = new LinkedHashMap<>();
    private @Nullable Class<?> kind;

    private record Claimed(String kind, String value) {
        static Claimed of(ClaimChange change) {
            return new Claimed(change.kind(), change.value());
        }
    }

    private record Change(ClaimChange change, long position) {}

    ClaimBatch(AppendConnection connection) {
        this.connection = connection;
    }

    /** @throws Refusal when a value that an earlier change wants is another owner's */
    void add(ClaimChange change, long position) throws SQLException {
        // A statement changes a row once only.
        if (change.getClass() != kind || run.containsKey(Claimed.of(change))) {
            flush();
        }
        kind = change.getClass();
        run.put(Claimed.of(change), new Change(change, position));
    }

    /** @throws Refusal when a value is another owner's */
    void flush() throws SQLException {
        if (run.isEmpty()) {
            return;
        }
        switch (run.values().iterator().next().change()) {
            case ClaimChange.Take _ -> take();
            case ClaimChange.Require _ -> require();
            case ClaimChange.GiveBack _ -> giveBack();
        }
        run.clear();
    }

    private void take() throws SQLException {
        PreparedStatement take = connection.take;
        array(take, 1, "text", run.keySet().stream().map(Claimed::kind).toArray());
        array(take, 2, "text", run.keySet().stream().map(Claimed::value).toArray());
        array(take, 3, "text", run.values().stream().map(ClaimBatch::owner).toArray());
        array(take, 4, "bigint", run.values().stream().map(Change::position).toArray());
        expectAll(take, "is already taken");
    }

    private void require() throws SQLException {
        PreparedStatement require = connection.require;
        array(require, 1, "text", run.keySet().stream().map(Claimed::kind).toArray());
        array(require, 2, "text", run.keySet().stream().map(Claimed::value).toArray());
        array(require, 3, "text", run.values().stream().map(ClaimBatch::owner).toArray());
        expectAll(require, "has changed meanwhile");
    }

    private void expectAll(PreparedStatement statement, String otherwise) throws SQLException {
        Set<Claimed> found = new HashSet<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(new Claimed(result.getString(1), result.getString(2)));
            }
        }
        for (Claimed wanted : run.keySet()) {
            if (!found.contains(wanted)) {
                throw conflict(wanted.kind(), otherwise);
            }
        }
    }

    private static String owner(Change change) {
        return switch (change.change()) {
            case ClaimChange.Take take -> take.owner();
            case ClaimChange.Require require -> require.owner();
            case ClaimChange.GiveBack _ -> throw new IllegalArgumentException("Who gives back names no owner");
        };
    }

    private void giveBack() throws SQLException {
        PreparedStatement giveBack = connection.giveBack;
        array(giveBack, 1, "text", run.keySet().stream().map(Claimed::kind).toArray());
        array(giveBack, 2, "text", run.keySet().stream().map(Claimed::value).toArray());
        giveBack.executeUpdate();
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static Refusal conflict(String kind, String what) {
        return new Refusal(
                ErrorCode.CONFLICT, "This " + kind.replace('_', ' ') + " " + what + ".", Map.of("kind", kind));
    }
}
