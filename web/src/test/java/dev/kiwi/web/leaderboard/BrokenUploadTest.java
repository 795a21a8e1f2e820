package dev.kiwi.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Uploads of undeclared length that end in an error leave the connection, the memory of the network and the log whole. */
@ExtendWith(WithKiwi.class)
class BrokenUploadTest {
    private static final String BOARD = "Id$Cat$7001 = WOLVES$STATS##1;Mira;912|2;Tom;880.5\n";
    /** Ten of these are over the cap of the test's application, which is 64 KiB, many times. */
    private static final String PIECE = BOARD.repeat(1_400);

    private final RunningKiwi kiwi;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private RunningKiwi.Account bot;

    BrokenUploadTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    @BeforeEach
    void watchTheLog() {
        bot = kiwi.superuser();
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        root.detachAppender(log);
    }

    @Test
    void overTheCapIs413AndTheConnectionGoesOn() throws IOException {
        try (Connection connection = new Connection()) {
            for (int i = 0; i < 3; i++) {
                connection.begin(kiwi.token(bot));
                for (int piece = 0; piece < 10; piece++) {
                    connection.chunk(PIECE);
                }
                connection.end();
                assertThat(connection.answer()).startsWith("HTTP/1.1 413").contains("too large");
            }
            connection.write("GET /health HTTP/1.1\r\nHost: kiwi\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 200");
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aClientThatHangsUpIsLoggedAsAFailedSubmission() throws IOException {
        try (Connection connection = new Connection()) {
            connection.begin(kiwi.token(bot));
            connection.chunk(PIECE.substring(0, 20_000));
        }
        Awaitility.await().untilAsserted(() -> assertThat(failures()).hasSize(1));
        assertThat(complaints()).isEmpty();
    }

    private List<JsonNode> failures() {
        return RunningKiwi.json(kiwi.with(bot.session()).get().uri("/admin/ingest/log?limit=200"))
                .valueStream()
                .filter(row -> row.path("user_email").asString("").equals(bot.email()))
                .filter(row -> !row.path("success").booleanValue())
                .toList();
    }

    private List<String> complaints() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** One kept connection, by hand: a client library hides what the server does to it. */
    private final class Connection implements AutoCloseable {
        private static final int TIMEOUT_MS = 10_000;
        private final Socket socket = new Socket("127.0.0.1", kiwi.port());
        private final BufferedReader answers =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

        Connection() throws IOException {
            socket.setSoTimeout(TIMEOUT_MS);
        }

        void begin(String token) throws IOException {
            write("POST /v1/leaderboards/insert?sync=true HTTP/1.1\r\nHost: kiwi\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nTransfer-Encoding: chunked\r\n\r\n");
            chunk("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dump\"\r\n\r\n");
        }

        void chunk(String text) throws IOException {
            write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void end() throws IOException {
            chunk("\r\n--cut--\r\n");
            write("0\r\n\r\n");
        }

        void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** Status line, headers and body of the next answer. */
        String answer() throws IOException {
            StringBuilder answer = new StringBuilder();
            int length = 0;
            for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
                answer.append(line).append('\n');
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
            }
            for (int i = 0; i < length; i++) {
                answer.append((char) answers.read());
            }
            return answer.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
