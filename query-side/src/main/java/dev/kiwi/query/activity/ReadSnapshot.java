package dev.kiwi.query.activity;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** For an answer of several statements: all of them see the read model as it was at the first. */
@Component
class ReadSnapshot {
    private final TransactionTemplate snapshot;

    ReadSnapshot(DataSource dataSource) {
        snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }
}
