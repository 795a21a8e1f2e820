package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** One Postgres server on a persistent directory, loopback only, with a password. */
public final class PostgresStore implements AutoCloseable {
    static final String USER = "kiwi";
    private static final String SHUTDOWN_SECONDS = "60";
    /** Of postmaster.pid: process, directory, start time, port. */
    private static final int PORT_LINE = 3;

    private final Path directory;
    private final Path programs;
    private final Path log;
    private final int port;
    private final String password;
    private @Nullable Orphan seen;

    private PostgresStore(Path directory, Path programs, int port, String password) {
        this.directory = directory;
        this.log = directory.resolveSibling("logs").resolve("postgres.log");
        this.programs = programs;
        this.port = port;
        this.password = password;
    }

    /** Starts the server, after stopping one that outlived its Kiwi; the caller holds the directory's lock. */
    public static PostgresStore start(StoreSettings settings) {
        try {
            Path directory = settings.data().resolve("postgres");
            Files.createDirectories(settings.data().resolve("logs"));
            PostgresStore store = new PostgresStore(
                    directory,
                    PostgresPrograms.unpackedIn(settings.binaries()),
                    FreePort.or(settings.postgresPort()),
                    Secret.of(settings.data(), "postgres_password"));
            store.stopOrphan();
            store.initialise(settings);
            Folders.writePrivately(directory.resolve("postgresql.conf"), PostgresConf.of(settings, store.port));
            store.launch(store.log);
            store.createDatabase();
            return store;
        } catch (IOException e) {
            throw new StoreException("Cannot start the embedded Postgres in " + settings.data(), e);
        }
    }

    /** The server that another process has started on this directory. @throws StoreException when there is none */
    public static PostgresStore running(StoreSettings settings) {
        Path directory = settings.data().resolve("postgres");
        Path pidFile = directory.resolve("postmaster.pid");
        if (Orphan.of(pidFile, directory).isEmpty()) {
            throw new StoreException("No Postgres runs on " + directory);
        }
        try {
            int port =
                    Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
            return new PostgresStore(
                    directory,
                    PostgresPrograms.unpackedIn(settings.binaries()),
                    port,
                    Secret.of(settings.data(), "postgres_password"));
        } catch (IOException e) {
            throw new StoreException("Cannot read " + pidFile, e);
        }
    }

    private void stopOrphan() {
        if (Orphan.of(directory.resolve("postmaster.pid"), directory).isPresent()) {
            pgCtl("stop", "-m", "fast");
        }
    }

    /** initdb runs in a folder beside, which is renamed when it is complete: a kill in between leaves nothing half. */
    private void initialise(StoreSettings settings) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path staging = settings.data().resolve("postgres.new");
        Folders.delete(staging);
        Folders.privately(staging);
        List<String> words = new ArrayList<>(List.of(
                programs.resolve("initdb").toString(),
                "-D",
                staging.toString(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + settings.data().resolve("secrets/postgres_password"),
                // The password is 256 random bits: more rounds only slow each new connection.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (!settings.durable()) {
            words.add("--no-sync");
        }
        run(settings.data(), words);
        Files.move(staging, directory);
    }

    private void launch(Path log) throws IOException {
        try {
            pgCtl("start", "-l", log.toString());
        } catch (StoreException e) {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
            throw new StoreException("The embedded Postgres does not start. The end of " + log + ":\n" + end, e);
        }
    }

    private void createDatabase() {
        try (var connection = dataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            boolean exists;
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + USER + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + USER);
            }
        } catch (SQLException e) {
            throw new StoreException("Cannot create Kiwi's database", e);
        }
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** URL without credentials. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Kiwi's database as the text of {@code POSTGRES_DSN}, credentials included. */
    public String dsn() {
        return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + USER;
    }

    /** A connection each time, no pool. */
    public PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    /** Starts the server again on the same port when its process is gone. */
    void reviveIfDead() {
        if (seen != null && seen.isThere()) {
            return;
        }
        seen = Orphan.of(directory.resolve("postmaster.pid"), directory).orElse(null);
        if (seen == null) {
            try {
                launch(log);
            } catch (IOException e) {
                throw new StoreException("Cannot start Postgres again", e);
            }
        }
    }

    /** Ends open sessions, writes what is dirty, stops; seconds at most. */
    @Override
    public void close() {
        if (Orphan.of(directory.resolve("postmaster.pid"), directory).isPresent()) {
            pgCtl("stop", "-m", "fast");
        }
    }

    /** Stops at once without a checkpoint; for tests, whose data is thrown away. */
    void abort() {
        pgCtl("stop", "-m", "immediate");
    }

    private void pgCtl(String... words) {
        List<String> line = new ArrayList<>(List.of(
                programs.resolve("pg_ctl").toString(), "-D", directory.toString(), "-w", "-s", "-t", SHUTDOWN_SECONDS));
        line.addAll(List.of(words));
        run(directory, line);
    }

    /** Postgres refuses to run as root, so root steps into an unprivileged user namespace first. */
    private static void run(Path directory, List<String> words) {
        List<String> line = new ArrayList<>(words);
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(0, List.of("unshare", "-U"));
        }
        Command.run(directory, Map.of("LC_ALL", "C", "TZ", "UTC"), line);
    }
}
