package dev.kiwi.bench.process;

import dev.kiwi.web.app.Kiwi;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Kiwi in a process of its own, as {@code ./kiwi up} starts it. */
public final class KiwiProcess implements AutoCloseable {
    public static final String EMAIL = "bench@example.org";
    public static final String PASSWORD = "correct horse battery staple";
    private static final Pattern READY = Pattern.compile("(?m)^Kiwi is ready: (http://\\S+)");
    private static final long GLANCE_NANOS = 20_000_000;

    /** Without the limits that would only slow a benchmark's clients down. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "ADMIN_EMAIL", EMAIL,
            "ADMIN_PASSWORD", PASSWORD,
            "TOKEN_CREATION_DAILY_LIMIT", "1000000",
            "LOGIN_RATE_LIMIT_MAX", "1000000",
            "API_RATE_LIMIT_MAX", "1000000",
            "LEADERBOARDS_ARCHIVE_RATE_LIMIT_MAX", "1000000");

    private final Process process;
    private final String url;
    private final double readySeconds;

    private KiwiProcess(Process process, String url, double readySeconds) {
        this.process = process;
        this.url = url;
        this.readySeconds = readySeconds;
    }

    /** Starts Kiwi on a free port and waits for its ready line; its output goes to a new file beside the data. */
    public static KiwiProcess start(Path data) throws IOException {
        long begin = System.nanoTime();
        Files.createDirectories(data);
        Path log = Files.createTempFile(data.toAbsolutePath().getParent(), "kiwi-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command("up", "--port", "0", "--data", data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(UNLIMITED);
        Process process = builder.start();
        // A benchmark that fails leaves nothing running; an orphaned Postgres would go on for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithStores(process)));
        return new KiwiProcess(process, readyUrl(process, log), (System.nanoTime() - begin) / 1e9);
    }

    private static String readyUrl(Process process, Path log) throws IOException {
        while (true) {
            boolean alive = process.isAlive();
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return ready.group(1);
            }
            if (!alive) {
                throw new IOException("Kiwi ended before it was ready; see " + log);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** Runs an operator's command to its end. @return its exit status */
    public static int operate(Path output, String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(command(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start()
                .waitFor();
    }

    private static List<String> command(String... words) {
        try {
            String jar = Path.of(Kiwi.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xms128m",
                    "-Xmx1g",
                    "-XX:+UseG1GC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
            command.addAll(List.of("-jar", jar));
            command.addAll(List.of(words));
            return command;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Kiwi's jar has no path", e);
        }
    }

    public String url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of the process to its ready line. */
    public double readySeconds() {
        return readySeconds;
    }

    private static void endWithStores(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Writes all of its threads to a file, for whoever looks into a hang. */
    public void dumpThreads(Path file) throws IOException {
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                            Long.toString(process.pid()),
                            "Thread.dump_to_file",
                            "-overwrite",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** TERM; returns when it is gone. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Kiwi did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Kiwi stops", e);
        }
    }
}
