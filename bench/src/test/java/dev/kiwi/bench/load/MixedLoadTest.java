package dev.kiwi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MixedLoadTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private URI uri;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/held")) {
                held(SHORT);
            }
            byte[] body = ("hello " + path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/bad") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private void held(Duration duration) throws IOException {
        try {
            held.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Call get(String path, List<String> answers) {
        return new Call(path, Requests.get(uri, path).next(0), 200, answers::add);
    }

    @Test
    void aPacedLoadSendsAsManyAsAreDue() throws IOException {
        List<String> answers = new ArrayList<>();
        try (MixedLoad load = MixedLoad.over(uri, 4, () -> get("/good", answers))) {
            MixedLoad.Result result = load.paced(500, SHORT);
            assertThat(result.latencies().count()).isEqualTo(100);
            assertThat(result.errors()).isEmpty();
            assertThat(asked).hasValue(100);
            assertThat(answers).hasSize(100).containsOnly("hello /good");
        }
    }

    @Test
    void aCallThatWaitsForAConnectionIsLate() throws IOException {
        try (MixedLoad load = MixedLoad.over(uri, 1, () -> get("/held", new ArrayList<>()))) {
            MixedLoad.Result result = load.paced(1_000, Duration.ofMillis(3));
            assertThat(result.latencies().count()).isEqualTo(3);
            assertThat(result.latencies().millis(100)).isGreaterThan(3 * SHORT.toMillis() - 10);
        }
    }

    @Test
    void aWrongAnswerIsCountedAndTheLoadGoesOn() throws IOException {
        AtomicInteger number = new AtomicInteger();
        List<String> answers = new ArrayList<>();
        try (MixedLoad load =
                MixedLoad.over(uri, 2, () -> get(number.getAndIncrement() % 4 == 0 ? "/bad" : "/good", answers))) {
            MixedLoad.Result result = load.paced(400, SHORT);
            assertThat(result.errorCount()).isEqualTo(20);
            assertThat(result.errors()).containsOnlyKeys("/bad: 500 hello /bad");
            assertThat(answers).hasSize(60);
        }
    }

    @Test
    void flatOutEndsInTime() throws IOException {
        try (MixedLoad load = MixedLoad.over(uri, 2, () -> get("/good", new ArrayList<>()))) {
            MixedLoad.Result result = load.flatOut(SHORT);
            assertThat(result.latencies().count()).isEqualTo(asked.get()).isPositive();
            assertThat(result.seconds()).isGreaterThanOrEqualTo(SHORT.toMillis() / 1e3);
        }
    }
}
