package dev.kiwi.bench.process;

import dev.kiwi.web.app.Kiwi;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String APPLICATION = "web-1.0.0-application.jar";
    private static final Pattern READY = Pattern.compile("(?m)^Kiwi is ready: (http://\\S+)");
    private static final Pattern LOADED = Pattern.compile("(?m)^(Demo data is loaded)");
    private static final Pattern ANNEX = Pattern.compile("(?m)^Annex is ready: (http://\\S+)");

    /** All limits are on, and too high to refuse a benchmark's clients; what others answer is no part of a figure. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "ADMIN_EMAIL", EMAIL,
            "ADMIN_PASSWORD", PASSWORD,
            "FEEDS_ENABLED", "false",
            "STATUS_PROBER_ENABLED", "false",
            "ACCESS_TOKEN_EXPIRE_MINUTES", "600",
            "TOKEN_CREATION_DAILY_LIMIT", "100000000",
            "LOGIN_RATE_LIMIT_MAX", "1000000",
            "API_RATE_LIMIT_MAX", "100000000",
            "PUBLIC_ANON_RATE_LIMIT_MAX", "100000000",
            "LEADERBOARDS_ARCHIVE_RATE_LIMIT_MAX", "100000000");

    private final Process process;
    private final String url;
    private final Path log;
    private final double readySeconds;

    private KiwiProcess(Process process, String url, Path log, double readySeconds) {
        this.process = process;
        this.url = url;
        this.log = log;
        this.readySeconds = readySeconds;
    }

    /** Starts Kiwi on a free port and waits for its ready line; its output goes to a new file beside the data. */
    public static KiwiProcess start(Path data) throws IOException {
        return start(data, program(), Map.of(), "all");
    }

    /**
     * As {@link #start(Path)}, one node of several.
     *
     * @param environment where the shared stores are, and the shared secrets
     * @param role {@code all}, {@code api} or {@code projector}
     */
    public static KiwiProcess start(Path data, Map<String, String> environment, String role) throws IOException {
        return start(data, program(), environment, role);
    }

    /** Has {@code ./kiwi} make the AOT cache that {@code ./kiwi up} makes after its first start. */
    public static void train() throws IOException, InterruptedException {
        Path script = jar(Kiwi.class).resolveSibling("../../kiwi").normalize();
        ProcessBuilder training = new ProcessBuilder(script.toString(), "train").inheritIO();
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (training.start().waitFor() != 0) {
            throw new IOException("There is no AOT cache");
        }
    }

    private static List<String> program() {
        Path jar = jar(Kiwi.class).resolveSibling(APPLICATION);
        Path cache = jar.resolveSibling("kiwi.aot");
        List<String> program = new ArrayList<>();
        if (Files.exists(cache)) {
            program.add("-XX:AOTCache=" + cache);
        }
        program.addAll(List.of("-jar", jar.toString()));
        return program;
    }

    /** As {@link #start}, with the {@link dev.kiwi.bench.annex} in the same process. */
    public static KiwiProcess startWithAnnex(Path data) throws IOException {
        return startWithAnnex(data, Map.of());
    }

    /** @param environment further variables */
    public static KiwiProcess startWithAnnex(Path data, Map<String, String> environment) throws IOException {
        String both = jar(KiwiProcess.class) + File.pathSeparator + jar(Kiwi.class);
        // The annex is found by the scan of components, which the jar's own list of beans replaces otherwise.
        List<String> program = List.of("-Dspring.aot.enabled=false", "-cp", both, Kiwi.class.getName());
        return start(data, program, environment, "all");
    }

    /** A first start with demo data. @return seconds from the start of the process until all of it is filed */
    public static double demoSeconds(Path data) throws IOException {
        long begin = System.nanoTime();
        try (KiwiProcess kiwi = start(data, program(), Map.of(), "all", "--demo")) {
            ReadyLine.await(kiwi.process, kiwi.log, LOADED);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static KiwiProcess start(
            Path data, List<String> program, Map<String, String> environment, String role, String... more)
            throws IOException {
        long begin = System.nanoTime();
        Files.createDirectories(data);
        Path log = Files.createTempFile(data.toAbsolutePath().getParent(), "kiwi-", ".log");
        List<String> command = command(program, "up", "--port", "0", "--data", data.toString(), "--role", role);
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(UNLIMITED);
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A benchmark that fails leaves nothing running; an orphaned Postgres would go on for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithStores(process)));
        String url = ReadyLine.await(process, log, READY);
        return new KiwiProcess(process, url, log, (System.nanoTime() - begin) / 1e9);
    }

    /** Runs an operator's command to its end. @return its exit status */
    public static int operate(Path output, String... words) throws IOException, InterruptedException {
        return operate(output, Map.of(), words);
    }

    /** As {@link #operate(Path, String...)}, with variables of the environment. */
    public static int operate(Path output, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path application = jar(Kiwi.class).resolveSibling(APPLICATION);
        ProcessBuilder builder = new ProcessBuilder(command(List.of("-jar", application.toString()), words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private static List<String> command(List<String> program, String... words) {
        List<String> command = new ArrayList<>(java());
        command.addAll(program);
        command.addAll(List.of(words));
        return command;
    }

    /** The JVM with the options that {@code ./kiwi up} gives it. */
    public static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xms512m",
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-XX:-G1UseAdaptiveIHOP",
                "-XX:InitiatingHeapOccupancyPercent=60",
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** The jar that a class comes from. */
    public static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " has no path", e);
        }
    }

    /** What it has written to its console so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    public String url() {
        return url;
    }

    /** @throws IllegalStateException when it was started without */
    public String annexUrl() throws IOException {
        Matcher ready = ANNEX.matcher(Files.readString(log));
        if (!ready.find()) {
            throw new IllegalStateException("Started without the annex");
        }
        return ready.group(1);
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
        jcmd("Thread.dump_to_file", "-overwrite", file.toString());
    }

    /** Has the JVM's diagnostic tool ask it something. @return the answer */
    public String jcmd(String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(words));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
