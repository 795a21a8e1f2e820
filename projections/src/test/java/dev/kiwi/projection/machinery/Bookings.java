package dev.kiwi.projection.machinery;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Books deposits by collected changes; of an account that the {@link Ledger} fails in SQL, with a row that is refused. */
final class Bookings {
    private final ReadModel readModel;

    Bookings(ReadModel readModel) {
        this.readModel = readModel;
    }

    static ProjectionDefinition definition(int segments) {
        return new ProjectionDefinition(
                "bookings",
                ProjectionDefinition.Storage.POSTGRES,
                "machinery/ledger.sql",
                segments,
                100,
                Bookings::new);
    }

    @EventHandler
    void on(Deposited event, EventMessage<Deposited> message) {
        book(message.getIdentifier(), event);
        if (Ledger.JAVA_FAILS.contains(event.account())) {
            throw new IllegalArgumentException("cannot add " + event.amount());
        }
        if (Ledger.SQL_FAILS.contains(event.account())) {
            readModel.change("insert into entry (account, total, events) values (?, ?, ?)", null, null, null);
        }
    }

    @EventHandler
    void on(Renamed event) {
        // A query sees what was changed before it.
        long booked = readModel
                .jdbc()
                .sql("select count(*) from booking where account = ?")
                .param(event.account())
                .query(Long.class)
                .single();
        readModel.change("insert into entry (account, total, events) values (?, ?, 1)", event.account(), booked);
    }

    private void book(String id, Deposited event) {
        readModel.change(
                "insert into booking (event_id, account, amount) values (?, ?, ?)",
                id,
                event.account(),
                event.amount());
    }
}
