package dev.kiwi.projection.machinery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Adds up deposits: an event that is lost or applied twice gives a wrong sum. */
final class Ledger {
    /** Accounts whose events fail in Java after a write. */
    static final Set<String> JAVA_FAILS = ConcurrentHashMap.newKeySet();
    /** Accounts whose events run into an SQL error after a write. */
    static final Set<String> SQL_FAILS = ConcurrentHashMap.newKeySet();

    private final ReadModel readModel;

    Ledger(ReadModel readModel) {
        this.readModel = readModel;
    }

    static ProjectionDefinition definition(String name, int segments, int batchSize) {
        return new ProjectionDefinition(
                name, ProjectionDefinition.Storage.POSTGRES, "machinery/ledger.sql", segments, batchSize, Ledger::new);
    }

    static ProjectionDefinition definition(String name, String ddl) {
        return new ProjectionDefinition(name, ProjectionDefinition.Storage.POSTGRES, ddl, 1, 100, Ledger::new);
    }

    @EventHandler
    void on(Deposited event, EventMessage<Deposited> message) {
        readModel
                .jdbc()
                .sql("insert into booking (event_id, account, amount) values (?, ?, ?)")
                .params(message.getIdentifier(), event.account(), event.amount())
                .update();
        if (JAVA_FAILS.contains(event.account())) {
            throw new IllegalArgumentException("cannot add " + event.amount());
        }
        if (SQL_FAILS.contains(event.account())) {
            readModel.jdbc().sql("insert into entry values (null, null, null)").update();
        }
        readModel.jdbc().sql("""
                        insert into entry (account, total, events) values (?, ?, 1)
                        on conflict (account) do update set total = entry.total + excluded.total, events = entry.events + 1
                        """).params(event.account(), event.amount()).update();
    }
}
