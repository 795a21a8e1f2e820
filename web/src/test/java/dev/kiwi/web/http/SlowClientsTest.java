package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** Slow clients of a server with short times: {@code /read} reads bodies, {@code /late} after a while, {@code /refuse} never. */
@ExtendWith(WithKiwi.class)
class SlowClientsTest {
    private static final Duration LATE = Duration.ofMillis(1_500);

    private final DisposableServer server = new SlowClients(Duration.ofMillis(600), Duration.ofMillis(500), 2_000)
            .apply(HttpServer.create())
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/read", (request, response) -> response.sendString(length(request)))
                    .post(
                            "/late",
                            (request, response) ->
                                    response.sendString(Mono.delay(LATE).then(length(request))))
                    .post(
                            "/refuse",
                            (request, response) -> response.status(401)
                                    .header("Content-Length", "0")
                                    .send()))
            .bindNow();

    private static Mono<String> length(HttpServerRequest request) {
        return request.receive()
                .map(buffer -> buffer.readableBytes())
                .reduce(0, Integer::sum)
                .map(String::valueOf);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private RawHttp connection() throws IOException {
        return new RawHttp(server.port());
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: kiwi\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** A byte every few milliseconds, for as long as the server takes them. */
    private static void dribbleUntilClosed(RawHttp connection) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> !connection.isOpenFor("x"));
    }

    @Test
    void aBodyThatStopsIsCutOff() throws IOException {
        try (RawHttp connection = connection()) {
            connection.send(post("/read", 100)).send("ten bytes.").awaitClosed();
        }
    }

    @Test
    void aBodyThatStopsAfterAQuickBeginningIsCutOff() throws IOException {
        try (RawHttp connection = connection()) {
            connection.send(post("/read", 200_000)).send("x".repeat(100_000)).awaitClosed();
        }
    }

    @Test
    void aBodyThatDribblesIsCutOff() throws IOException {
        try (RawHttp connection = connection()) {
            dribbleUntilClosed(connection.send(post("/read", 1_000_000)));
        }
    }

    @Test
    void aBodyThatDribblesAfterAQuickBeginningIsCutOff() throws IOException {
        try (RawHttp connection = connection()) {
            dribbleUntilClosed(connection.send(post("/read", 1_000_000)).send("x".repeat(500_000)));
        }
    }

    @Test
    void aBodyThatNobodyReadsIsCutOffToo() throws IOException {
        try (RawHttp connection = connection()) {
            assertThat(connection.send(post("/refuse", 1_000_000)).answer().status())
                    .isEqualTo(401);
            dribbleUntilClosed(connection);
        }
    }

    @Test
    void aHeadThatDribblesIsCutOff() throws IOException {
        try (RawHttp connection = connection()) {
            dribbleUntilClosed(connection.send("GET /read HTTP/1.1\r\nX-Dribble: "));
        }
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws IOException {
        try (RawHttp connection = connection()) {
            connection.awaitClosed();
        }
    }

    @Test
    void aBodyAtAGoodPaceIsReadHoweverLongItTakes() throws IOException {
        try (RawHttp connection = connection()) {
            connection.send(post("/read", 30_000));
            int[] sent = new int[1];
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> connection.isOpenFor("x".repeat(2_000)) && ++sent[0] == 15);
            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    /** The network's buffers fill up, and the client has to wait for us. */
    @Test
    void aHandlerThatIsLateItselfCutsNobodyOff() throws IOException {
        // Made before: a client that is busy with it would be a slow one.
        byte[] body = "x".repeat(16 << 20).getBytes(StandardCharsets.US_ASCII);
        try (RawHttp connection = connection()) {
            connection.send(post("/late", body.length)).send(body);
            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void theApplicationCutsThemOff(RunningKiwi kiwi) {
        assertThat(kiwi.part(NettyReactiveWebServerFactory.class).getServerCustomizers())
                .contains(SlowClients.USUAL);
    }
}
