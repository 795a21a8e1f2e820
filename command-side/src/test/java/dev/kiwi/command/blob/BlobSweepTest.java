package dev.kiwi.command.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.embedded.TestStores;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BlobSweepTest {
    private static final Clock TWO_DAYS_ON = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

    @TempDir
    Path directory;

    @Test
    void whatAnyEventNamesStaysAndOldBlobsThatNoneNamesGo() throws Exception {
        DataSource database = TestStores.freshDatabase().dataSource();
        EventStoreConfiguration.flyway(database).migrate();
        ZstdBlobStore store = new ZstdBlobStore(directory.resolve("blobs"));
        String named = put(store, "named");
        String orphan = put(store, "orphan");
        JdbcClient.create(database)
                .sql("insert into es.event values (1, 'e', 'a', 0, 't', now(), 'any.Event', '1.0', ?, '', ?)")
                .param(("{\"depth\":{\"of\":[\"" + named + "\"]}}").getBytes(StandardCharsets.UTF_8))
                .param(new byte[32])
                .update();

        assertThat(new BlobSweep(new BlobJanitor(store, Clock.systemUTC()), database).sweep())
                .as("younger than a day")
                .isEmpty();
        assertThat(new BlobSweep(new BlobJanitor(store, TWO_DAYS_ON), database).sweep())
                .containsExactly(orphan);
        assertThat(store.exists(named)).isTrue();
    }

    private static String put(ZstdBlobStore store, String text) throws Exception {
        try (BlobStore.Upload upload = store.begin()) {
            upload.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return upload.commit().sha256();
        }
    }
}
