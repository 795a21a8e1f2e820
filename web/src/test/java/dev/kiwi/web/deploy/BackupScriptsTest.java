package dev.kiwi.web.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup scripts with a {@code docker} that notes its words and dumps what the test says (platform.md 22.4). */
class BackupScriptsTest {
    private static final String DOCKER = """
            #!/bin/bash
            echo "$*" >>"$HERE/calls"
            case "$*" in
              *mongodump* | *'cat /data/backup.part') printf '%s' "$DUMP"; exit "${STATUS:-0}" ;;
              *mongorestore* | *'kiwi restore'*) cat >"$HERE/restored" ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path backups;

    @BeforeEach
    void aProjectAndADocker() throws Exception {
        Files.createDirectories(folder.resolve("project/scripts"));
        try (Stream<Path> scripts = Files.list(Path.of("../scripts"))) {
            for (Path script :
                    scripts.filter(path -> path.toString().endsWith(".sh")).toList()) {
                Files.copy(
                        script,
                        folder.resolve("project/scripts")
                                .resolve(script.getFileName().toString()));
            }
        }
        Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.writeString(docker, DOCKER);
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        backups = folder.resolve("project/backups");
    }

    private record Result(int status, String output) {}

    private Result run(Map<String, String> environment, String answer, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of("/bin/bash", "project/scripts/" + words[0]),
                                Stream.of(words).skip(1))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HERE", folder.toString());
        builder.environment().put("DUMP", "the dump");
        builder.environment().putAll(environment);
        Process script = builder.start();
        try (var in = script.getOutputStream()) {
            in.write(answer.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(script.waitFor(), output);
    }

    private List<String> kept() throws Exception {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path old(String name, int days) throws Exception {
        Path file = Files.writeString(Files.createDirectories(backups).resolve(name), "old");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
        return file;
    }

    @Test
    void theDumpIsKeptUnderItsTimeForItsOwnerOnly() throws Exception {
        assertThat(run(Map.of(), "", "backup-mongo.sh").status()).isZero();
        assertThat(kept()).singleElement().asString().matches("kiwi-kiwi-\\d{8}-\\d{6}\\.archive\\.gz");
        Path archive = backups.resolve(kept().getFirst());
        assertThat(archive).hasContent("the dump");
        assertThat(Files.getPosixFilePermissions(archive)).hasSize(2);
        assertThat(folder.resolve("calls")).content().contains("exec -T mongo", "$MONGO_INITDB_ROOT_PASSWORD");
    }

    @Test
    void anEmptyDumpAndOneThatFailsLeaveNothing() throws Exception {
        assertThat(run(Map.of("DUMP", ""), "", "backup-mongo.sh").status()).isEqualTo(1);
        assertThat(run(Map.of("STATUS", "3"), "", "backup-mongo.sh").status()).isNotZero();
        assertThat(kept()).isEmpty();
    }

    @Test
    void onlyItsOwnOldArchivesAreDeleted() throws Exception {
        old("kiwi-kiwi-20260101-000000.archive.gz", 15);
        old("kiwi-kiwi-20260102-000000.archive.gz", 13);
        old("kiwi-events-20260101-000000.tar.zst", 15);
        old("mine.archive.gz", 15);
        run(Map.of(), "", "backup-mongo.sh");
        assertThat(kept())
                .hasSize(4)
                .contains(
                        "kiwi-kiwi-20260102-000000.archive.gz",
                        "kiwi-events-20260101-000000.tar.zst",
                        "mine.archive.gz");
        run(Map.of("BACKUP_RETENTION_DAYS", "12"), "", "backup-mongo.sh");
        assertThat(kept()).doesNotContain("kiwi-kiwi-20260102-000000.archive.gz");
    }

    @Test
    void folderDatabaseAndTimeComeFromDotEnv() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.writeString(folder.resolve("project/.env"), "BACKUP_DIR=" + elsewhere + "\nMONGO_DB=\"other\"\n");
        run(Map.of(), "", "backup-mongo.sh");
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("kiwi-other-");
        }
    }

    @Test
    void aRestoreAsksAndDropsNothingWithoutAYes() throws Exception {
        String archive = old("kiwi-kiwi-20260102-000000.archive.gz", 1).toString();
        Path restored = folder.resolve("restored");
        assertThat(run(Map.of(), "no\n", "restore-mongo.sh", archive).status()).isEqualTo(1);
        assertThat(restored).doesNotExist();
        assertThat(run(Map.of(), "yes\n", "restore-mongo.sh", archive).status()).isZero();
        assertThat(restored).hasContent("old");
        Files.delete(restored);
        assertThat(run(Map.of("FORCE", "1"), "", "restore-mongo.sh", archive).status())
                .isZero();
        assertThat(restored).hasContent("old");
        assertThat(folder.resolve("calls")).content().contains("--drop");
    }

    @Test
    void aRestoreOfNothingIsRefused() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.gz"));
        for (String script : List.of("restore-mongo.sh", "restore-kiwi.sh")) {
            assertThat(run(Map.of("FORCE", "1"), "", script, empty.toString()).status())
                    .isEqualTo(1);
            assertThat(run(Map.of("FORCE", "1"), "", script).status()).isEqualTo(1);
        }
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    @Test
    void theEventsAreKeptBesideByKiwisOwnBackup() throws Exception {
        assertThat(run(Map.of(), "", "backup-kiwi.sh").status()).isZero();
        assertThat(kept()).singleElement().asString().matches("kiwi-events-\\d{8}-\\d{6}\\.tar\\.zst");
        assertThat(folder.resolve("calls")).content().contains("kiwi backup /data/backup.part");
        String archive = backups.resolve(kept().getFirst()).toString();
        assertThat(run(Map.of(), "", "restore-kiwi.sh", archive).status()).isZero();
        assertThat(folder.resolve("restored")).hasContent("the dump");
    }
}
