package dev.kiwi.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.session.ExportSessions;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionExport;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.session.SessionProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionExportQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "session", "projection/session.sql", SessionProjector::new);
    private final SessionExportQueries queries = new SessionExportQueries(model.dataSource());

    @Test
    void givenSessionsThenTheirOwnerTakesAllAlongOldestFirst() {
        open("s2", "ada", "Firefox on Linux", NOW.plusSeconds(2));
        open("s1", "ada", null, NOW);
        open("s3", "bob", null, NOW);
        model.apply("session:s1", new SessionRevoked("s1", "ada", NOW.plusSeconds(3)));
        assertThat(queries.export(new ExportSessions("ada")).items())
                .containsExactly(
                        new SessionExport.Item("s1", null, true, NOW, NOW, NOW.plusSeconds(99)),
                        new SessionExport.Item(
                                "s2",
                                "Firefox on Linux",
                                false,
                                NOW.plusSeconds(2),
                                NOW.plusSeconds(2),
                                NOW.plusSeconds(101)));
    }

    private void open(String id, String owner, String device, Instant at) {
        model.apply("session:" + id, new SessionOpened(id, owner, "hash " + id, device, at, at.plusSeconds(99)));
    }
}
