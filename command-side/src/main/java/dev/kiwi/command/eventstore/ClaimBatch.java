package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.ClaimChange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Claim changes in their order, with one round trip for each run of the same kind of change. */
final class ClaimBatch {
    private final AppendConnection connection;
    private final List<ClaimChange> run = new ArrayList<>();

    ClaimBatch(AppendConnection connection) {
        this.connection = connection;
    }

    /** @throws Refusal when a value that an earlier change wants is another owner's */
    void add(ClaimChange change, long position) throws SQLException {
        if (!run.isEmpty() && run.getFirst().getClass() != change.getClass()) {
            flush();
        }
        run.add(change);
        PreparedStatement statement = statement(change);
        statement.setString(1, change.kind());
        statement.setString(2, change.value());
        if (change instanceof ClaimChange.Take take) {
            statement.setString(3, take.owner());
            statement.setLong(4, position);
        }
        statement.addBatch();
    }

    /** @throws Refusal when a value is another owner's */
    void flush() throws SQLException {
        if (run.isEmpty()) {
            return;
        }
        int[] changed = statement(run.getFirst()).executeBatch();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0 && run.get(i) instanceof ClaimChange.Take take) {
                throw taken(take.kind());
            }
        }
        run.clear();
    }

    private PreparedStatement statement(ClaimChange change) {
        return switch (change) {
            case ClaimChange.Take take -> connection.take;
            case ClaimChange.GiveBack back -> connection.giveBack;
        };
    }

    private static Refusal taken(String kind) {
        return new Refusal(
                ErrorCode.CONFLICT, "This " + kind.replace('_', ' ') + " is already taken.", Map.of("kind", kind));
    }
}
