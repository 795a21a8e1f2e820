package dev.kiwi.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** One Redis server in memory only (design: nothing lives only in Redis), loopback only, with a password. */
public final class RedisStore implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final int STOP_SECONDS = 5;

    private final Path directory;
    private final Path program;
    private final int port;
    private final String password;
    private @Nullable Orphan seen;

    private RedisStore(Path directory, Path program, int port, String password) {
        this.directory = directory;
        this.program = program;
        this.port = port;
        this.password = password;
    }

    /** Starts the server, after stopping one that outlived its Kiwi; the caller holds the directory's lock. */
    public static RedisStore start(StoreSettings settings) {
        try {
            Path directory = Folders.privately(settings.data().resolve("redis"));
            Files.createDirectories(settings.data().resolve("logs"));
            RedisStore store = new RedisStore(
                    directory,
                    program(settings.binaries()),
                    FreePort.or(settings.redisPort()),
                    Secret.of(settings.data(), "redis_password"));
            store.close();
            Path conf = directory.resolve("redis.conf");
            Folders.writePrivately(conf, store.conf(settings.data().resolve("logs/redis.log")));
            Command.run(
                    directory, Map.of(), List.of(program(settings.binaries()).toString(), conf.toString()));
            store.awaitPong();
            return store;
        } catch (IOException e) {
            throw new StoreException("Cannot start the embedded Redis in " + settings.data(), e);
        }
    }

    private void launch() {
        Command.run(directory, Map.of(), List.of(program.toString(), confFile().toString()));
        awaitPong();
    }

    /** Starts the server again, empty and on the same port, when its process is gone. */
    void reviveIfDead() {
        if (seen != null && seen.isThere()) {
            return;
        }
        seen = Orphan.of(pidFile(), directory).orElse(null);
        if (seen == null) {
            launch();
        }
    }

    private Path confFile() {
        return directory.resolve("redis.conf");
    }

    private static Path program(Path binaries) throws IOException {
        Files.createDirectories(binaries);
        Path program = binaries.resolve("redis-server");
        if (!Files.exists(program)) {
            Path scratch = Files.createTempDirectory(binaries, "unpacking-");
            Path unpacked = ExecutableProvider.newJarResourceProvider(scratch.toFile())
                    .get()
                    .toPath();
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.delete(scratch);
        }
        return program;
    }

    /** It becomes a daemon, so that Ctrl-C in a terminal does not end it before Kiwi has drained. */
    private String conf(Path log) {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize yes
                pidfile %s
                dir %s
                logfile %s
                save ""
                appendonly no
                maxmemory 256mb
                maxmemory-policy volatile-lru
                """.formatted(port, password, pidFile(), directory, log);
    }

    private void awaitPong() {
        long end = System.nanoTime() + START.toNanos();
        IOException last = new IOException("no answer");
        while (System.nanoTime() < end) {
            try {
                if ("+PONG".equals(ask("PING"))) {
                    return;
                }
            } catch (IOException e) {
                last = e;
                Thread.onSpinWait();
            }
        }
        throw new StoreException("The embedded Redis does not answer; see logs/redis.log", last);
    }

    private String ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(STOP_SECONDS * 1000);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answers.readLine();
            String answer = answers.readLine();
            return answer == null ? "" : answer;
        }
    }

    private Path pidFile() {
        return directory.resolve("redis.pid");
    }

    public int port() {
        return port;
    }

    /** With the password; the text of {@code REDIS_URL}. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port + "/0";
    }

    @Override
    public void close() {
        Orphan.of(pidFile(), directory).ifPresent(server -> server.end(STOP_SECONDS));
    }
}
