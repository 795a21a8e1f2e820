package dev.kiwi.command.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims in {@code es.claim}; changes wait for the append of their unit of work, reads go to the table. */
public final class JdbcClaims implements Claims {
    private final JdbcClient jdbc;
    private final Consumer<UnitOfWork<?>> appendAtCommit;

    /** @param appendAtCommit makes the unit of work append at its commit, even when it publishes no event */
    public JdbcClaims(DataSource dataSource, Consumer<UnitOfWork<?>> appendAtCommit) {
        this.jdbc = JdbcClient.create(dataSource);
        this.appendAtCommit = appendAtCommit;
    }

    @Override
    public void claim(String kind, String value, String owner) {
        change(new ClaimChange.Take(kind, value, owner));
    }

    @Override
    public void require(String kind, String value, String owner) {
        change(new ClaimChange.Require(kind, value, owner));
    }

    @Override
    public void release(String kind, String value) {
        change(new ClaimChange.GiveBack(kind, value));
    }

    @Override
    public Optional<Claimed> find(String kind, String value) {
        return jdbc.sql("select owner, position from es.claim where kind = ? and value = ?")
                .params(kind, value)
                .query((result, row) -> new Claimed(result.getString(1), result.getLong(2)))
                .optional();
    }

    @Override
    public List<String> heldBy(String kind, String owner) {
        return jdbc.sql("select value from es.claim where kind = ? and owner = ?")
                .params(kind, owner)
                .query((result, row) -> result.getString(1))
                .list();
    }

    private void change(ClaimChange change) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("Claims change inside a command handler only");
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        UnitClaims.add(unit, change);
        appendAtCommit.accept(unit.root());
    }
}
