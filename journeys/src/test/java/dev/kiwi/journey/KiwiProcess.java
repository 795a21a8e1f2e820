package dev.kiwi.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The application as users run it, {@code kiwi up --demo} on an empty folder, with a post office and nothing else of the world. */
final class KiwiProcess implements AutoCloseable {
    static final String ADMIN = "admin@example.org";
    static final String PASSWORD = "correct horse battery";
    /** The browser of the journeys finds it on this machine, and takes it for safe. */
    static final String DOMAIN = "kiwi.test";

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Path JAR = Path.of("..", "web", "target", "web-1.0.0-application.jar");

    private final GreenMail mail = postOffice();
    private final RestOfTheWorld others = new RestOfTheWorld();
    private final Path folder;
    private final Path log;
    private final Process process;
    private final int port;

    KiwiProcess() {
        try {
            folder = Files.createTempDirectory("kiwi-journey-");
            log = folder.resolve("log");
            port = freePort();
            process = start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        await("Kiwi is ready");
        await("Demo data is loaded");
    }

    String site(String path) {
        return "http://localhost:" + port + path;
    }

    /** The site under its own name, as in production: a cookie of the API's is none of its. */
    String named(String path) {
        return "http://site." + DOMAIN + ":" + port + path;
    }

    String portal(String path) {
        return "http://dev.localhost:" + port + path;
    }

    String docs(String path) {
        return "http://docs.localhost:" + port + path;
    }

    /** The newest mail to somebody, its text decoded; waits for it. */
    String mailTo(String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !mailsTo(address).isEmpty());
        return mailsTo(address).getLast();
    }

    private List<String> mailsTo(String address) {
        return Arrays.stream(mail.getReceivedMessagesForDomain(address))
                .map(GreenMailUtil::getWholeMessage)
                .map(text -> text.replace("=\r\n", "").replace("=3D", "="))
                .toList();
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toAbsolutePath().normalize().toString(),
                "up",
                "--demo",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString());
        builder.environment().put("ADMIN_EMAIL", ADMIN);
        builder.environment().put("ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("FEEDS_ENABLED", "false");
        builder.environment().put("STATUS_PROBER_ENABLED", "false");
        builder.environment().put("KIWI_DRAIN_SECONDS", "1");
        builder.environment().put("SMTP_HOST", "127.0.0.1");
        builder.environment().put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        builder.environment().put("UPSTREAM_HIBP_URL", others.breaches());
        builder.environment().put("UPSTREAM_DISCORD_URL", others.discord());
        builder.environment().put("DISCORD_CLIENT_ID", "the-client");
        builder.environment().put("DISCORD_CLIENT_SECRET", "the-client-secret");
        builder.environment().put("API_URL", "http://api." + DOMAIN + ":" + port);
        builder.environment().put("APP_URL", named(""));
        builder.environment().put("DEV_URL", "http://dev.localhost:" + port);
        builder.environment().put("DOCS_URL", "http://docs.localhost:" + port);
        // All visitors of the journeys come from one address, faster than people do.
        builder.environment().put("PUBLIC_ANON_RATE_LIMIT_ENABLED", "false");
        builder.environment().put("LOGIN_RATE_LIMIT_MAX", "1000");
        builder.environment().put("SIGNUP_RATE_LIMIT_MAX", "1000");
        builder.environment().put("TOKEN_CREATION_DAILY_LIMIT", "100");
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return builder.start();
    }

    private void await(String line) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Kiwi has ended:\n" + Files.readString(log));
            }
            return Files.readString(log).contains(line);
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static GreenMail postOffice() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        others.close();
        mail.stop();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
