package dev.kiwi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kiwi that is killed leaves Postgres and Redis running; the next one takes over with all data. */
class SurvivesKillTest {
    @TempDir
    Path home;

    private Path data;
    private StoreSettings settings;
    private Process kiwi;

    @BeforeEach
    void aKiwiThatHasWritten() throws Exception {
        data = home.resolve("data");
        Path binaries = StoreSettings.programs(data);
        settings = new StoreSettings(data, binaries, 0, 0, 0, 64, true);
        kiwi = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldStores.class.getName(),
                        data.toString(),
                        binaries.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = kiwi.inputReader();
        assertThat(output.readLine()).isEqualTo("written");
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        kill();
        EmbeddedStores.start(settings, EmbeddedStores.Wanted.ALL).close();
        assertThat(postgres()).isEmpty();
        assertThat(redis()).isEmpty();
    }

    @Test
    void orphansAreStoppedAndTheDataIsThere() throws Exception {
        kill();
        long orphanedPostgres = postgres().orElseThrow().process().pid();
        long orphanedRedis = redis().orElseThrow().process().pid();

        try (EmbeddedStores stores = EmbeddedStores.start(settings, EmbeddedStores.Wanted.ALL)) {
            assertThat(postgres().orElseThrow().process().pid()).isNotEqualTo(orphanedPostgres);
            assertThat(redis().orElseThrow().process().pid()).isNotEqualTo(orphanedRedis);
            assertThat(ProcessHandle.of(orphanedRedis).filter(ProcessHandle::isAlive))
                    .isEmpty();
            try (var connection = stores.postgres().dataSource("kiwi").getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT text FROM note")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("kept");
            }
            try (var client = MongoClients.create(stores.mongo().uri())) {
                assertThat(client.getDatabase("kiwi").getCollection("note").countDocuments())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aStoreThatDiesUnderALivingKiwiComesBackOnItsPort() throws Exception {
        kill();
        try (EmbeddedStores stores = EmbeddedStores.start(settings, EmbeddedStores.Wanted.ALL)) {
            ProcessHandle firstPostgres = postgres().orElseThrow().process();
            ProcessHandle firstRedis = redis().orElseThrow().process();
            firstPostgres.destroyForcibly();
            firstRedis.destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                assertThat(redis().orElseThrow().process().pid()).isNotEqualTo(firstRedis.pid());
                try (var connection = stores.postgres().dataSource("kiwi").getConnection();
                        var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT text FROM note")) {
                    assertThat(rows.next()).isTrue();
                }
            });
        }
    }

    @Test
    void aSecondKiwiOnTheSameDirectoryIsRefusedByName() {
        assertThatThrownBy(() -> EmbeddedStores.start(settings, EmbeddedStores.Wanted.ALL))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("process " + kiwi.pid());
        assertThat(postgres()).isPresent();
    }

    private void kill() throws InterruptedException {
        kiwi.destroyForcibly();
        assertThat(kiwi.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private java.util.Optional<Orphan> postgres() {
        return Orphan.of(data.resolve("postgres/postmaster.pid"), data.resolve("postgres"));
    }

    private java.util.Optional<Orphan> redis() {
        return Orphan.of(data.resolve("redis/redis.pid"), data.resolve("redis"));
    }
}
