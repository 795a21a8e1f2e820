package dev.kiwi.command.eventstore;

import dev.kiwi.embedded.TestStores;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine on an own database that can be emptied between tests; nothing seals it in the background. */
public final class ChainFixture implements AutoCloseable {
    private final DataSource dataSource = TestStores.freshDatabase().dataSource();
    private final GroupCommitEngine engine;

    public ChainFixture() {
        EventStoreConfiguration.flyway(dataSource).migrate();
        engine = Engines.on(dataSource, Clock.systemUTC());
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public void empty() {
        JdbcClient.create(dataSource).sql("truncate es.event, es.seal").update();
    }

    public void append(String aggregateId) {
        engine.appendEvents(Engines.event(aggregateId, 0));
    }

    @Override
    public void close() throws InterruptedException {
        engine.close();
    }
}
