package dev.kiwi.command.eventstore.chain;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.eventstore.chain.ChainReport.Fault;
import dev.kiwi.command.eventstore.chain.ChainReport.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Recomputes the whole chain and holds it against the seals. Needs the database, the root secret and the seal file. */
public final class ChainVerifier {
    private static final int REPORT_EVERY = 10_000;

    private final DataSource dataSource;
    private final SecretKey key;
    private final SealFile file;

    public ChainVerifier(DataSource dataSource, DerivedKeys keys, SealFile file) {
        this.dataSource = dataSource;
        this.key = keys.chainSeals();
        this.file = file;
    }

    /**
     * Walks all events of one snapshot of the database; memory stays bounded.
     *
     * @param progress gets the number of events checked, now and then and at the end
     */
    public ChainReport verify(LongConsumer progress) throws SQLException, IOException {
        // Before the snapshot: a seal that is written meanwhile must not look like a lost end.
        List<Seal> inFile = file.read();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return walk(connection, new SealBook(key, seals(connection), inFile), progress);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private ChainReport walk(Connection connection, SealBook book, LongConsumer progress) throws SQLException {
        long checked = 0;
        byte[] previous = HashChain.genesis();
        Fault fault = null;
        try (EventRows rows = new EventRows(connection, Long.MIN_VALUE)) {
            while (fault == null && rows.next()) {
                ChainedEvent event = rows.event();
                byte[] link = HashChain.link(previous, event);
                fault = fault(connection, event, checked + 1, previous, Arrays.equals(link, rows.chain()));
                if (fault == null) {
                    fault = book.check(event.position(), link);
                }
                if (fault == null) {
                    previous = link;
                    checked++;
                    report(checked, progress);
                }
            }
        }
        progress.accept(checked);
        return new ChainReport(checked, book.compared(), fault == null ? book.atEnd(checked) : fault);
    }

    private static void report(long checked, LongConsumer progress) {
        if (checked % REPORT_EVERY == 0) {
            progress.accept(checked);
        }
    }

    private static @Nullable Fault fault(
            Connection connection, ChainedEvent event, long expected, byte[] previous, boolean linked)
            throws SQLException {
        if (event.position() == expected && linked) {
            return null;
        }
        long moved = whereTheEventWent(connection, expected, previous);
        if (moved >= 0) {
            return new Fault(expected, Kind.ORDER, "The event of position " + expected + " lies at position " + moved);
        }
        if (event.position() != expected) {
            return new Fault(
                    expected,
                    Kind.MISSING,
                    "There is no event at " + expected + "; the next one is at " + event.position());
        }
        return new Fault(expected, Kind.CHANGED, "The event at " + expected + " is not what was written");
    }

    /** Looks for a row that would be right at the expected position. Runs once, after the first fault. */
    private static long whereTheEventWent(Connection connection, long expected, byte[] previous) throws SQLException {
        try (EventRows rows = new EventRows(connection, Long.MIN_VALUE)) {
            while (rows.next()) {
                ChainedEvent event = rows.event();
                if (Arrays.equals(HashChain.link(previous, event.at(expected)), rows.chain())) {
                    return event.position();
                }
            }
        }
        return -1;
    }

    private static List<Seal> seals(Connection connection) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select position, chain, sealed_at, mac from es.seal")) {
            while (result.next()) {
                seals.add(new Seal(
                        result.getLong(1),
                        result.getBytes(2),
                        result.getObject(3, OffsetDateTime.class).toInstant(),
                        result.getBytes(4)));
            }
        }
        return seals;
    }
}
