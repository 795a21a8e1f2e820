package dev.kiwi.query.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.WriteModel;
import dev.kiwi.api.ingest.GetIngestLog;
import dev.kiwi.api.ingest.GetIngestLog.Row;
import dev.kiwi.api.ingest.IngestEvent.SubmissionRecorded;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.ingest.IngestLogProjector;
import dev.kiwi.projection.machinery.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions in, log rows out, on the Mongo-wire server. */
class IngestLogTest {
    private static final Instant NOW = Instant.parse("2026-06-10T15:30:45.123Z");

    private final MongoClient client = MongoClients.create(TestStores.mongo().uri());
    private final MongoDatabase mongo = client.getDatabase(TestStores.freshMongoName());
    private final IngestLogProjector projector = new IngestLogProjector(new DirectWrites());
    private final AccountEmails emails = ids -> ids.contains("acc") ? Map.of("acc", "a@b.c") : Map.of();
    private final GetIngestLogHandler log = new GetIngestLogHandler(
            mongo,
            new StaticListableBeanFactory(Map.of("emails", emails)).getBeanProvider(AccountEmails.class),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        client.close();
    }

    private void recorded(String id, String endpoint, String account, Instant at) {
        projector.on(new SubmissionRecorded(
                id, endpoint, account, "token", "bot", true, Map.of("boards", 88, "bytes", 14_000_000_000L), null, at));
    }

    private List<Row> rows(int limit, String endpoint) {
        return log.handle(new GetIngestLog(limit, endpoint)).rows();
    }

    @Test
    void listsTheNewestFirstWithTheOwnersAddress() {
        recorded("submission:1", "/v1/a", "acc", NOW.minusSeconds(60));
        recorded("submission:2", "/v1/b", "gone", NOW);
        assertThat(rows(20, null)).extracting(Row::endpoint).containsExactly("/v1/b", "/v1/a");
        assertThat(rows(1, null)).hasSize(1);
        assertThat(rows(20, "/v1/a"))
                .containsExactly(new Row(
                        "/v1/a",
                        NOW.minusSeconds(60),
                        "a@b.c",
                        true,
                        Map.of("boards", 88, "bytes", 14_000_000_000L),
                        null,
                        "token",
                        "bot"));
        assertThat(rows(20, "/v1/b").getFirst().userEmail()).isNull();
    }

    @Test
    void writingAnEventTwiceKeepsOneRow() {
        recorded("submission:1", "/v1/a", "acc", NOW);
        recorded("submission:1", "/v1/a", "acc", NOW);
        assertThat(rows(20, null)).hasSize(1);
    }

    @Test
    void keepsThirtyDays() {
        recorded("submission:1", "/v1/a", "acc", NOW.minus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(rows(20, null)).isEmpty();
        recorded("submission:2", "/v1/a", "acc", NOW);
        assertThat(mongo.getCollection(IngestLogProjector.COLLECTION).countDocuments())
                .isEqualTo(1);
    }

    private final class DirectWrites implements ReadModel {
        @Override
        public void write(String collection, WriteModel<Document> write) {
            mongo.getCollection(collection).bulkWrite(List.of(write));
        }

        @Override
        public JdbcClient jdbc() {
            throw new UnsupportedOperationException("the log lives in Mongo");
        }

        @Override
        public <T> T withConnection(ConnectionWork<T> work) {
            throw new UnsupportedOperationException("the log lives in Mongo");
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException("not needed by this projector");
        }

        @Override
        public boolean isShadow() {
            return false;
        }
    }
}
