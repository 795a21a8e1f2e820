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

/** Claim changes in their order, with one statement for each run of the same kind of change. */
final class ClaimBatch {
    private final AppendConnection connection;
    private final Map<Claimed, Change> run = new LinkedHashMap<>();

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
        boolean isOther =
                run.values().stream().anyMatch(earlier -> earlier.change().getClass() != change.getClass());
        // A statement changes a row once only.
        if (isOther || run.containsKey(Claimed.of(change))) {
            flush();
        }
        run.put(Claimed.of(change), new Change(change, position));
    }

    /** @throws Refusal when a value is another owner's */
    void flush() throws SQLException {
        if (run.isEmpty()) {
            return;
        }
        if (run.values().iterator().next().change() instanceof ClaimChange.Take) {
            take();
        } else {
            giveBack();
        }
        run.clear();
    }

    private void take() throws SQLException {
        PreparedStatement take = connection.take;
        array(take, 1, "text", run.keySet().stream().map(Claimed::kind).toArray());
        array(take, 2, "text", run.keySet().stream().map(Claimed::value).toArray());
        array(take, 3, "text", run.values().stream().map(ClaimBatch::owner).toArray());
        array(take, 4, "bigint", run.values().stream().map(Change::position).toArray());
        Set<Claimed> taken = new HashSet<>();
        try (ResultSet result = take.executeQuery()) {
            while (result.next()) {
                taken.add(new Claimed(result.getString(1), result.getString(2)));
            }
        }
        for (Claimed wanted : run.keySet()) {
            if (!taken.contains(wanted)) {
                throw taken(wanted.kind());
            }
        }
    }

    private static Object owner(Change change) {
        return ((ClaimChange.Take) change.change()).owner();
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

    private static Refusal taken(String kind) {
        return new Refusal(
                ErrorCode.CONFLICT, "This " + kind.replace('_', ' ') + " is already taken.", Map.of("kind", kind));
    }
}
