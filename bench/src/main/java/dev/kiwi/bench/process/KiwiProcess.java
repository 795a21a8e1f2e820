package dev.kiwi.bench.process;

import dev.kiwi.web.app.Kiwi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Kiwi in a process of its own, as {@code ./kiwi up} starts it. */
public final class KiwiProcess implements AutoCloseable {
    public static final String EMAIL = "bench@example.org";
    public static final String PASSWORD = "correct horse battery staple";
    private static final Pattern READY = Pattern.compile("Kiwi is ready: (http://\\S+).*");

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

    /** Starts Kiwi on a free port and waits for its ready line; its log goes to {@code DATA/../kiwi.log}. */
    public static KiwiProcess start(Path data) throws IOException {
        long begin = System.nanoTime();
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command("up", "--port", "0", "--data", data.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(UNLIMITED);
        Process process = builder.start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = READY.matcher(line);
            if (matcher.matches()) {
                drain(lines, log);
                return new KiwiProcess(process, matcher.group(1), (System.nanoTime() - begin) / 1e9);
            }
            append(log, line);
        }
        throw new IOException("Kiwi ended before it was ready; see " + log);
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

    private static void drain(BufferedReader lines, Path log) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(line -> append(log, line)));
    }

    private static void append(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
