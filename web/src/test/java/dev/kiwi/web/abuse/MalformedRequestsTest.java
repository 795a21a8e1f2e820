package dev.kiwi.web.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.RawHttp;
import dev.kiwi.web.fixture.RawHttp.Answer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library sends: each is refused, and the connection or the next one is as good as before. */
@ExtendWith(WithKiwi.class)
class MalformedRequestsTest {
    private static final int MEBIBYTE = 1 << 20;

    private final RunningKiwi kiwi;

    MalformedRequestsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private Answer ask(String request) throws IOException {
        try (RawHttp connection = new RawHttp(kiwi.port())) {
            return connection.send(request).answer();
        }
    }

    private static String login(String header) {
        return "POST /auth/login HTTP/1.1\r\nHost: kiwi\r\nContent-Type: application/json\r\n" + header + "\r\n";
    }

    /** The cap is 8 MiB, and nothing says beforehand how much comes. */
    @Test
    void tenMegabytesOfJsonWithoutALengthAre413AndTheConnectionGoesOn() throws IOException {
        try (RawHttp connection = new RawHttp(kiwi.port())) {
            connection.send(login("Transfer-Encoding: chunked\r\n"));
            chunk(connection, "{\"email\":\"a@kiwi.example\",\"password\":\"");
            for (int i = 0; i < 10; i++) {
                chunk(connection, "x".repeat(MEBIBYTE));
            }
            chunk(connection, "\"}");
            connection.send("0\r\n\r\n");
            Answer answer = connection.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"bad_request\"");
            connection.send("GET /health HTTP/1.1\r\nHost: kiwi\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    private static void chunk(RawHttp connection, String text) throws IOException {
        connection.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** JSON that is small on the wire and large, deep or endless to whoever reads it carelessly. */
    static Stream<String> bombs() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "{\"email\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"password\":\"x\"}",
                "{\"email\":1e999999999,\"password\":" + "9".repeat(100_000) + "}",
                "{\"" + "k".repeat(200_000) + "\":1}",
                "{\"email\":\"" + "a".repeat(500_000) + "@kiwi.example\",\"password\":\"x\"}",
                "{\"email\":\"a@" + "b.".repeat(100_000) + "example\",\"password\":\"x\"}",
                "{\"email\":\"" + "%".repeat(64) + "@" + "xn--".repeat(40) + ".example\",\"password\":\"x\"}",
                "\u0000".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBodyThatIsABombIs422(String body) throws IOException {
        Answer answer = ask(login("Content-Length: " + body.length() + "\r\n") + body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).hasSizeLessThan(4_000);
    }

    /** What two readers could take for two different requests is not read at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 4x\r\n",
                "Content-Length: +4\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "X-A: b\r\n continued: by a fold\r\n",
                "X-A\r\n",
                "X-A: b\u0000c\r\n",
                "X\u0001A: b\r\n",
                "X-A: b\rSet-Cookie: c=d\r\n"
            })
    void aHeadThatCanBeReadInTwoWaysIsRefused(String header) throws IOException {
        Answer answer = ask(login(header) + "{}\r\n0\r\n\r\n");
        assertThat(answer.status()).isIn(400, 401, 411, 415, 422, 501);
        assertThat(answer.head()).doesNotContainIgnoringCase("set-cookie");
    }

    /** By the chunks the second request is one, by the length it is not: it is asked for its own credential, or not read. */
    @Test
    void aLengthBesideChunksSmugglesNothing() throws IOException {
        try (RawHttp connection = new RawHttp(kiwi.port())) {
            connection.send(login("Authorization: Bearer " + kiwi.superuser().session()
                            + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n")
                    + "2\r\n{}\r\n0\r\n\r\nGET /admin/config HTTP/1.1\r\nHost: kiwi\r\n\r\n");
            Answer first = connection.answer();
            assertThat(first.status()).isIn(400, 422);
            if (first.status() == 422) {
                assertThat(connection.answer().status()).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%0d%0aSet-Cookie: c=d",
                "a\tb",
                "a\u007fb",
                "${jndi:ldap://kiwi.example/a}",
                "<script>alert(1)</script>",
                "\"quoted\"",
                "../../etc/passwd",
                "%s%n"
            })
    void aRequestIdThatCouldForgeAHeaderOrALogLineIsReplaced(String id) throws IOException {
        Answer answer = ask("GET /health HTTP/1.1\r\nHost: kiwi\r\nX-Request-ID: " + id + "\r\n\r\n");
        if (answer.status() != 400) {
            assertThat(answer.head()).containsPattern("(?i)x-request-id: req_[0-9a-f]{16}");
        }
        assertThat(answer.head()).doesNotContainIgnoringCase("set-cookie").doesNotContain(id);
    }

    @Test
    void ofTwoRequestIdsNoneIsEchoedBesideTheOther() throws IOException {
        Answer answer =
                ask("GET /health HTTP/1.1\r\nHost: kiwi\r\nX-Request-ID: first\r\nX-Request-ID: second\r\n\r\n");
        assertThat(answer.head().toLowerCase(java.util.Locale.ROOT).split("x-request-id:", -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void aHeadThatIsTooLargeIsRefused(int length) throws IOException {
        assertThat(ask("GET /health HTTP/1.1\r\nHost: kiwi\r\nX-A: " + "a".repeat(length) + "\r\n\r\n")
                        .status())
                .isIn(400, 413, 431);
        assertThat(ask("GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: kiwi\r\n\r\n")
                        .status())
                .isIn(400, 404, 414);
    }
}
