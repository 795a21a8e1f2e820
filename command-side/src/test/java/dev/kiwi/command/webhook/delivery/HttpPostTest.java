package dev.kiwi.command.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.upstream.HostLookup;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import dev.kiwi.command.webhook.target.TargetRules;
import dev.kiwi.command.webhook.target.Targets;
import dev.kiwi.embedded.SilentPort;
import dev.kiwi.embedded.TestUpstream;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

/** Posts over real connections. */
class HttpPostTest {
    /** A fifth of it is for the body, which a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final TestUpstream receiver = new TestUpstream();
    private final AtomicInteger lookups = new AtomicInteger();
    private final HttpPost post =
            new HttpPost(targets("127.0.0.1, hooks.test.example", host -> List.of(HERE)), PATIENCE, client -> client);

    private Targets targets(String trusted, HostLookup lookup) {
        return new Targets(TargetRules.trusting(trusted), host -> {
            lookups.incrementAndGet();
            return lookup.addresses(host);
        });
    }

    @AfterEach
    void close() {
        post.close();
        receiver.close();
    }

    private String url() {
        return receiver.uri() + "/hook?a=b";
    }

    private Answer send(String url) throws IOException {
        return post.send(url, Map.of("Kiwi-Event", "ping"), "{\"a\":\"ü\"}");
    }

    @Test
    void theReceiverGetsTheBodyAsItIs() throws IOException {
        receiver.answers(201, "thanks");
        assertThat(send(url())).isEqualTo(new Answer(201, "thanks"));

        TestUpstream.Asked asked = receiver.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/hook?a=b");
        assertThat(asked.body()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(asked.headers())
                .containsEntry("kiwi-event", "ping")
                .containsEntry("content-type", "application/json")
                .containsEntry("user-agent", "Kiwi-Webhooks/1")
                .containsEntry("content-length", "10");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 302, 307, 404, 410, 500, 503})
    void everyStatusIsAnAnswerAndNoRedirectIsFollowed(int status) throws IOException {
        receiver.answers(
                asked -> new TestUpstream.Answer(status, "", Map.of("Location", receiver.uri() + "/elsewhere")));
        assertThat(send(url()).status()).isEqualTo(status);
        assertThat(receiver.asked()).hasSize(1);
    }

    @Test
    void aNameIsCalledByItsNameAtTheJudgedAddress() throws IOException {
        receiver.answers(200, "");
        String url = "http://hooks.test.example:" + receiver.uri().getPort() + "/hook";
        assertThat(send(url).status()).isEqualTo(200);
        assertThat(receiver.asked().getFirst().headers())
                .containsEntry("host", "hooks.test.example:" + receiver.uri().getPort());
        assertThat(lookups)
                .as("asked once: the client does not resolve for itself")
                .hasValue(1);
    }

    @Test
    void aNameThatIsPointedInsideIsNotCalled() {
        receiver.answers(200, "");
        HttpPost strict = new HttpPost(targets("", host -> List.of(HERE)));
        String url = "https://hooks.test.example:" + receiver.uri().getPort() + "/hook";
        assertThatThrownBy(() -> strict.send(url, Map.of(), "{}"))
                .isInstanceOf(IOException.class)
                .hasMessage("the name leads into a private network");
        assertThat(receiver.asked()).isEmpty();
    }

    @Test
    void anAddressInTheUrlIsReplacedByTheJudgedOneToo() throws IOException {
        receiver.answers(200, "");
        // The URL says 127.0.0.2; what was judged is the receiver's.
        HttpPost elsewhere = new HttpPost(targets("127.0.0.2", host -> List.of(HERE)));
        String url = "http://127.0.0.2:" + receiver.uri().getPort() + "/hook";
        assertThat(elsewhere.send(url, Map.of(), "{}").status()).isEqualTo(200);
        assertThat(receiver.asked()).hasSize(1);
        elsewhere.close();
    }

    @Test
    void aHugeAnswerIsReadToItsFirstKilobyte() throws IOException {
        receiver.answers(200, "x".repeat(8 << 20));
        assertThat(send(url())).isEqualTo(new Answer(200, "x".repeat(1024)));
    }

    @Test
    void nobodyThereIsAFailure() {
        try (SilentPort away = new SilentPort()) {
            assertThatThrownBy(() -> send(away.uri() + "/"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the connection was refused");
        }
    }

    /** Answers each connection with a text, and then with nothing until the test ends. */
    private void withRaw(String text, ReceiverTest test) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 10, HERE)) {
            Thread answering = Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    OutputStream out = socket.getOutputStream();
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    done.await();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            try {
                test.call("http://127.0.0.1:" + server.getLocalPort() + "/");
            } finally {
                done.countDown();
                answering.join();
            }
        }
    }

    private interface ReceiverTest {
        void call(String url) throws IOException;
    }

    @Test
    void oneThatNeverAnswersIsGivenUp() throws Exception {
        try (HttpPost hasty =
                new HttpPost(targets("127.0.0.1", host -> List.of(HERE)), Duration.ofMillis(300), client -> client)) {
            withRaw(
                    "",
                    url -> assertThatThrownBy(() -> hasty.send(url, Map.of(), "{}"))
                            .isInstanceOf(IOException.class)
                            .hasMessage("no answer in time"));
        }
    }

    @Test
    void aStatusCountsThoughTheBodyNeverEnds() throws Exception {
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
        withRaw(begun, url -> assertThat(send(url)).isEqualTo(new Answer(200, "half")));
    }

    @Test
    void whatIsNoHttpIsNoAnswer() throws Exception {
        withRaw(
                "SSH-2.0-OpenSSH_9.9\r\n",
                url -> assertThatThrownBy(() -> send(url)).isInstanceOf(IOException.class));
        withRaw(
                "HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n",
                url -> assertThatThrownBy(() -> send(url)).isInstanceOf(IOException.class));
    }

    @Test
    void aServerWithoutTlsIsNoHttpsServer() throws Exception {
        withRaw(
                "HTTP/1.1 200 OK\r\n\r\n",
                url -> assertThatThrownBy(() -> send(url.replace("http:", "https:")))
                        .isInstanceOf(IOException.class)
                        .hasMessage("no TLS connection: the certificate or the protocol is not accepted"));
    }

    /** An HTTPS server with a certificate for {@code hooks.test.example} that nobody has signed. */
    private record TlsReceiver(ServerSocket server, Certificate certificate) implements AutoCloseable {
        static TlsReceiver in(Path directory) throws Exception {
            Path store = directory.resolve("store.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of("-genkeypair -alias a -keyalg EC -dname CN=kiwi".split(" ")));
            command.addAll(List.of("-ext", "SAN=dns:hooks.test.example", "-storepass", "secret"));
            command.addAll(List.of("-keystore", store.toString()));
            assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
            KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "secret".toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            ServerSocket server = tls.getServerSocketFactory().createServerSocket(0, 5, HERE);
            Thread.ofVirtual().start(() -> serve(server));
            return new TlsReceiver(server, keys.getCertificate("a"));
        }

        private static void serve(ServerSocket server) {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // The client does not like us, or the test is over.
                    assertThat(e).isNotNull();
                }
            }
        }

        String url(String host) {
            return "https://" + host + ":" + server.getLocalPort() + "/";
        }

        HttpClient trustedBy(HttpClient client) {
            try {
                SslContext context = SslContextBuilder.forClient()
                        .trustManager((X509Certificate) certificate)
                        .build();
                return client.secure(tls -> tls.sslContext(context));
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void anUntrustedCertificateIsNotAccepted(@TempDir Path directory) throws Exception {
        try (TlsReceiver https = TlsReceiver.in(directory)) {
            assertThatThrownBy(() -> send(https.url("hooks.test.example")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no TLS connection: the certificate or the protocol is not accepted");
        }
    }

    @Test
    void aCertificateMustBeForTheNameThoughTheAddressIsTheJudgedOne(@TempDir Path directory) throws Exception {
        try (TlsReceiver https = TlsReceiver.in(directory);
                HttpPost trusting = new HttpPost(
                        targets("hooks.test.example, other.test.example", host -> List.of(HERE)),
                        Duration.ofSeconds(5),
                        https::trustedBy)) {
            assertThat(trusting.send(https.url("hooks.test.example"), Map.of(), "{}")
                            .status())
                    .isEqualTo(204);
            assertThatThrownBy(() -> trusting.send(https.url("other.test.example"), Map.of(), "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no TLS connection: the certificate or the protocol is not accepted");
        }
    }
}
