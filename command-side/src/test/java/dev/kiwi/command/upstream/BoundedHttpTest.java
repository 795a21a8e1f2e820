package dev.kiwi.command.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.command.upstream.UpstreamFailure.Kind;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over real connections. */
class BoundedHttpTest {
    private static final UpstreamLimits LIMITS =
            new UpstreamLimits(Duration.ofMillis(600), 1_000, 1, Duration.ZERO, 4, Duration.ofMinutes(1));
    private static final BoundedHttp HTTP = new BoundedHttp(host -> {
        if (host.equals("nowhere.example")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getLoopbackAddress());
    });

    private final TestUpstream service = new TestUpstream();

    @AfterEach
    void close() {
        service.close();
    }

    @AfterAll
    static void stop() {
        HTTP.close();
    }

    private UpstreamRequest request() {
        return UpstreamRequest.get(below("/a?b=c"));
    }

    private URI below(String path) {
        return UpstreamClient.below(service.uri(), path);
    }

    private UpstreamAnswer call(UpstreamRequest request) throws UpstreamFailure {
        return HTTP.call(request, service.uri(), LIMITS);
    }

    private UpstreamFailure failure(UpstreamRequest request) {
        return catchThrowableOfType(UpstreamFailure.class, () -> call(request));
    }

    private static Answer redirect(int status, String to) {
        return new Answer(status, "", Map.of("Location", to));
    }

    @Test
    void asksWhatItIsToldToAndAnswersWhole() throws Exception {
        service.answers(asked -> new Answer(200, "grün", Map.of("ETag", "\"1\"", "Last-Modified", "yesterday")));
        UpstreamAnswer answer = call(request().unless(new Validators("\"0\"", "long ago")));
        assertThat(answer.text()).isEqualTo("grün");
        assertThat(answer.validators()).isEqualTo(new Validators("\"1\"", "yesterday"));
        TestUpstream.Asked asked = service.asked().getFirst();
        assertThat(asked.method() + asked.path()).isEqualTo("GET/a?b=c");
        assertThat(asked.headers())
                .containsEntry("user-agent", "Kiwi/1")
                .containsEntry("if-none-match", "\"0\"")
                .containsEntry("if-modified-since", "long ago");
    }

    @Test
    void postsAForm() throws Exception {
        service.answers(200, "{}");
        call(UpstreamRequest.post(below("/token"), "a=ü&b=2"));
        assertThat(service.asked().getFirst().body()).isEqualTo("a=ü&b=2");
        assertThat(service.asked().getFirst().method()).isEqualTo("POST");
    }

    @Test
    void whatIsStillTheSameHasNoBody() throws Exception {
        service.answers(304, "");
        assertThat(call(request()).isUnchanged()).isTrue();
    }

    @Test
    void followsRedirectsOfTheSameOriginWithWhatItWasGiven() throws Exception {
        service.answers(asked -> asked.path().equals("/b") ? new Answer(200, "there") : redirect(301, "/b"));
        assertThat(call(request().with("Authorization", "Bearer x")).text()).isEqualTo("there");
        assertThat(service.asked().getLast().headers()).containsEntry("authorization", "Bearer x");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIntoAPrivateNetworkIsNotFollowed(int status) {
        try (TestUpstream inside = new TestUpstream()) {
            inside.answers(200, "secret");
            service.answers(asked -> redirect(status, inside.uri() + "/latest/meta-data"));
            UpstreamFailure failure = failure(request());
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure.reason()).isEqualTo("the address leads into a private network");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/",
                "file:///etc/passwd",
                "https://user:password@a.example/",
                "http:///",
                "https://a b/",
                "javascript:alert(1)"
            })
    void whatIsNoWebAddressIsNotFollowed(String location) {
        service.answers(asked -> redirect(302, location));
        assertThat(failure(request()).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void redirectsEndAfterThree() throws Exception {
        service.answers(asked -> redirect(302, "/again"));
        assertThat(call(request()).status()).isEqualTo(302);
        assertThat(service.asked()).hasSize(4);
    }

    @Test
    void noRedirectIsFollowedWhereNoneMayBe() throws Exception {
        service.answers(asked -> redirect(302, "/b"));
        assertThat(call(request().withoutRedirects()).status()).isEqualTo(302);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void onlyTheConfiguredOriginMayBeInAPrivateNetwork() {
        UpstreamRequest other = UpstreamRequest.get(URI.create("http://i0.hdslb.example/x"));
        assertThat(failure(other).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void anAnswerWithoutAnEndIsNotTaken() {
        service.answers(200, "x".repeat(1_001));
        UpstreamFailure failure = failure(request());
        assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE);
        assertThat(failure.reason()).isEqualTo("its answer has more than 1000 bytes");
    }

    @Test
    void waitsNoLongerThanItMay() {
        CountDownLatch over = new CountDownLatch(1);
        service.answers(asked -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(200, "late");
        });
        UpstreamFailure failure = failure(request());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.reason()).isEqualTo("no answer in time");
        over.countDown();
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"));
            assertThat(failureAt(dripping).reason()).isEqualTo("no answer in time");
        }
    }

    @Test
    void whatIsNoHttpIsNoAnswer() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(rude, "220 mail.example ESMTP\r\n\r\n"));
            assertThat(failureAt(rude)).isNotNull();
        }
    }

    private static UpstreamFailure failureAt(ServerSocket server) {
        URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return catchThrowableOfType(UpstreamFailure.class, () -> HTTP.call(UpstreamRequest.get(uri), uri, LIMITS));
    }

    /** Says something and then holds the connection. */
    private static void drip(ServerSocket server, String words) {
        try (var socket = server.accept()) {
            socket.getInputStream().read(new byte[1024]);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (IOException closed) {
            // The caller has gone.
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnreachable() {
        service.close();
        assertThat(failure(request()).reason()).isEqualTo("the connection was refused");
        UpstreamRequest unknown = UpstreamRequest.get(URI.create("http://nowhere.example/"));
        assertThat(failure(unknown).reason()).isEqualTo("its name is unknown");
    }
}
