package dev.kiwi.command.eventstore;

import dev.kiwi.command.claim.ClaimChange;
import dev.kiwi.command.eventstore.chain.ChainedEvent;
import dev.kiwi.command.eventstore.chain.HashChain;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one group into the open transaction of a connection; what it writes is not committed yet. */
final class GroupWriter {
    private final AppendConnection connection;
    private final Instant now;

    GroupWriter(AppendConnection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** @return last position of each command, in the order of the group */
    long[] write(List<PendingAppend> group) throws SQLException {
        Head head = connection.lockAndReadHead();
        Instant time = head.next(now);
        long[] last = new long[group.size()];
        long position = head.position();
        byte[] chain = head.chain();
        boolean events = false;
        for (int i = 0; i < last.length; i++) {
            for (NewEvent event : group.get(i).events()) {
                ChainedEvent placed = event.at(++position, time);
                chain = HashChain.link(chain, placed);
                addInsert(placed, chain);
                events = true;
            }
            last[i] = position;
        }
        if (events) {
            connection.insert.executeBatch();
        }
        ClaimBatch claims = new ClaimBatch(connection);
        for (int i = 0; i < last.length; i++) {
            for (ClaimChange change : group.get(i).claims()) {
                claims.add(change, last[i]);
            }
        }
        claims.flush();
        eraseSubjects(group, time);
        writeCompanions(group);
        return last;
    }

    private void writeCompanions(List<PendingAppend> group) throws SQLException {
        Map<CompanionTable<?>, List<Object>> rows = new LinkedHashMap<>();
        for (PendingAppend append : group) {
            CompanionRow<?> companion = append.companion();
            if (companion != null) {
                rows.computeIfAbsent(companion.table(), _ -> new ArrayList<>()).add(companion.row());
            }
        }
        for (Map.Entry<CompanionTable<?>, List<Object>> entry : rows.entrySet()) {
            @SuppressWarnings("unchecked") // a row names the table that takes it
            CompanionTable<Object> table = (CompanionTable<Object>) entry.getKey();
            connection.write(table, entry.getValue());
        }
    }

    private void eraseSubjects(List<PendingAppend> group, Instant time) throws SQLException {
        boolean any = false;
        for (PendingAppend append : group) {
            for (String subject : append.erasedSubjects()) {
                PreparedStatement destroy = connection.destroyKey;
                destroy.setString(1, subject);
                destroy.setObject(2, time.atOffset(ZoneOffset.UTC));
                destroy.setObject(3, time.atOffset(ZoneOffset.UTC));
                destroy.addBatch();
                any = true;
            }
        }
        if (any) {
            connection.destroyKey.executeBatch();
        }
    }

    private void addInsert(ChainedEvent event, byte[] chain) throws SQLException {
        PreparedStatement insert = connection.insert;
        insert.setLong(1, event.position());
        insert.setString(2, event.eventId());
        insert.setString(3, event.aggregateId());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.type());
        insert.setObject(6, event.time().atOffset(ZoneOffset.UTC));
        insert.setString(7, event.payloadType());
        insert.setString(8, event.payloadRevision());
        insert.setBytes(9, event.payload());
        insert.setBytes(10, event.metadata());
        insert.setBytes(11, chain);
        insert.addBatch();
    }
}
