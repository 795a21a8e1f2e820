package dev.kiwi.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.embedded.DataDirectoryLock;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.Secret;
import dev.kiwi.embedded.StoreSettings;
import dev.kiwi.embedded.TestStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operator's commands on a stopped Kiwi; each starts its Postgres and stops it again. */
class BackupRestoreTest {
    /** More than one piece of COPY output. */
    private static final int EVENTS = 20_000;

    @TempDir
    static Path home;

    private static Path data;

    @TempDir
    Path scratch;

    private Path backup;

    @BeforeEach
    void aPlaceForTheBackup() {
        backup = scratch.resolve("kiwi.tar.zst");
    }

    @BeforeAll
    static void aStoppedKiwiWithEvents() throws Exception {
        data = home.resolve("data");
        Secret.of(data, "secret_key");
        Files.createDirectories(data.resolve("blobs/ab"));
        Files.write(data.resolve("blobs/ab/cd.zst"), new byte[] {1, 2, 3});
        try (DataDirectoryLock lock = DataDirectoryLock.take(data);
                PostgresStore postgres = PostgresStore.start(StoreSettings.in(data));
                Connection connection = postgres.dataSource("kiwi").getConnection();
                Statement statement = connection.createStatement()) {
            EventStoreConfiguration.flyway(postgres.dataSource("kiwi")).migrate();
            statement.execute("insert into es.event select n, 'e' || n, 'test:a', n, 'T', now(), 'test.Made', '1',"
                    + " convert_to(repeat('p\\t' || n, 100), 'UTF8'), '\\x00ff'::bytea, sha256(n::text::bytea)"
                    + " from generate_series(1, " + EVENTS + ") n");
            statement.execute("insert into es.claim values ('email', E'tab\\there', 'account:1', 1)");
        }
    }

    @Test
    void whatIsRestoredEqualsWhatWasBackedUp() throws Exception {
        String before = checksum(data);
        Path copy = scratch.resolve("copy");

        assertThat(KiwiCli.run(words("backup", backup, data), Map.of())).isZero();
        assertThat(KiwiCli.run(words("restore", backup, copy), Map.of())).isZero();

        assertThat(checksum(copy)).isEqualTo(before);
        assertThat(copy.resolve("blobs/ab/cd.zst")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(copy.resolve("secrets/secret_key")).hasSameTextualContentAs(data.resolve("secrets/secret_key"));
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    @Test
    void blobsOfAFolderOfTheirOwnAreBackedUpAndComeBackThere() throws Exception {
        Path blobs = scratch.resolve("shared-blobs");
        Path blob = Files.createDirectories(blobs.resolve("ef")).resolve("01.zst");
        Files.write(blob, new byte[] {4, 5});
        Map<String, String> environment = Map.of("BLOB_DIR", blobs.toString());
        Path copy = scratch.resolve("copy");
        assertThat(KiwiCli.run(words("backup", backup, data), environment)).isZero();
        Files.delete(blob);
        assertThat(KiwiCli.run(words("restore", backup, copy), environment)).isZero();
        assertThat(blob).hasBinaryContent(new byte[] {4, 5});
        assertThat(copy.resolve("blobs")).doesNotExist();
    }

    @Test
    void anExternalPostgresIsFilledOnceAndOnlyWhenItHasNoEvents() throws Exception {
        assertThat(KiwiCli.run(words("backup", backup, data), Map.of())).isZero();
        TestStores.Database database = TestStores.freshDatabase();
        String dsn = database.jdbcUrl()
                .replace("jdbc:postgresql://", "postgresql://" + database.user() + ":" + database.password() + "@");
        Path copy = scratch.resolve("external");
        assertThat(RestoreCommand.run(restoreTo(copy, dsn))).isZero();
        assertThat(checksum(database.dataSource())).isEqualTo(checksum(data));
        assertThat(copy.resolve("blobs/ab/cd.zst")).exists();
        assertThat(copy.resolve("postgres")).doesNotExist();
        assertThatThrownBy(() -> RestoreCommand.run(restoreTo(scratch.resolve("again"), dsn)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("holds events");
        assertThat(scratch.resolve("again")).doesNotExist();
    }

    private Invocation restoreTo(Path target, String dsn) {
        return new Invocation("restore", List.of(backup.toString()), target, Map.of("POSTGRES_DSN", dsn));
    }

    @Test
    void aDirectoryThatIsNotEmptyIsRefusedUntouched() throws Exception {
        assertThat(KiwiCli.run(words("backup", backup, data), Map.of())).isZero();
        String before = checksum(data);
        assertThat(KiwiCli.run(words("restore", backup, data), Map.of())).isEqualTo(1);
        assertThat(checksum(data)).isEqualTo(before);
    }

    @Test
    void aCutOffBackupRestoresNothing() throws Exception {
        assertThat(KiwiCli.run(words("backup", backup, data), Map.of())).isZero();
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length * 2 / 3));
        Path copy = scratch.resolve("copy");
        assertThat(KiwiCli.run(words("restore", backup, copy), Map.of())).isEqualTo(1);
        assertThat(copy).doesNotExist();
    }

    @Test
    void verifyFindsEventsThatNobodyChained() {
        assertThat(KiwiCli.run(List.of("verify", "--data", data.toString()), Map.of()))
                .isEqualTo(1);
    }

    private static List<String> words(String command, Path file, Path data) {
        return List.of(command, file.toString(), "--data", data.toString());
    }

    private static String checksum(Path data) throws Exception {
        try (EventStoreAccess access = EventStoreAccess.ofDirectory(data)) {
            return checksum(access.dataSource());
        }
    }

    private static String checksum(DataSource events) throws Exception {
        try (Connection connection = events.getConnection();
                Statement statement = connection.createStatement();
                var sum = statement.executeQuery("select md5(string_agg(e::text, '' order by global_index))"
                        + " || (select string_agg(c::text, '') from es.claim c) from es.event e")) {
            sum.next();
            return sum.getString(1);
        }
    }
}
