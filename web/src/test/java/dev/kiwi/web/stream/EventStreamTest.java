package dev.kiwi.web.stream;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** feeds-events.md B through the running application. */
@ExtendWith(WithKiwi.class)
class EventStreamTest {
    private static final String PATH = "/v1/events/stream";

    private static volatile long lastMade;

    private final RunningKiwi kiwi;
    private final List<Listener> listeners = new ArrayList<>();

    EventStreamTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    /** A connection and all that came by it. */
    private final class Listener {
        final StringBuffer text = new StringBuffer();
        final List<HttpClientResponse> response = new CopyOnWriteArrayList<>();
        private final Disposable connection;

        Listener(String ip, @Nullable String lastId) {
            connection = HttpClient.newConnection()
                    .headers(headers -> {
                        headers.set("X-Forwarded-For", ip);
                        if (lastId != null) {
                            headers.set("Last-Event-ID", lastId);
                        }
                    })
                    .get()
                    .uri("http://127.0.0.1:" + kiwi.port() + PATH)
                    .response((answer, body) -> {
                        response.add(answer);
                        return body.asString().doOnNext(text::append);
                    })
                    .subscribe(received -> {}, failed -> text.append("failed: ").append(failed));
            listeners.add(this);
        }

        Listener ready() {
            await().until(() ->
                    text.indexOf("event: ready") >= 0 && text.toString().endsWith("\n\n"));
            return this;
        }

        String lastId() {
            return text.substring(text.lastIndexOf("id: ") + 4)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }

        void kill() {
            connection.dispose();
        }
    }

    @AfterEach
    void hangUp() {
        listeners.forEach(Listener::kill);
        await().until(() -> kiwi.part(StreamHub.class).connections() == 0);
    }

    /** In a second of its own: by that the newest is told from the one before. */
    private String giveaway(String title) {
        await().until(() -> Instant.now().getEpochSecond() > lastMade);
        String drawer = new ObjectId().toHexString();
        String id = new ObjectId().toHexString();
        kiwi.send(new CreateDrawer(drawer, "mount", null));
        kiwi.send(new AddCodes(drawer, List.of("A")));
        Instant now = Instant.now();
        kiwi.send(new CreateGiveaway(id, title, null, now.minusSeconds(1), now.plusSeconds(600), drawer, "mount"));
        lastMade = Instant.now().getEpochSecond();
        return id;
    }

    private Listener listen(String ip) {
        return new Listener(ip, null).ready();
    }

    @Test
    void theStreamBeginsWithTheStateAndGoesOnWithEachChangeOnce() {
        String before = giveaway("before");
        Listener listener = listen("203.0.113.1");
        // The read model may have been a moment behind the connection.
        await().until(() -> listener.text.indexOf(before) >= 0);
        HttpClientResponse answer = listener.response.getFirst();
        assertThat(answer.status().code()).isEqualTo(200);
        assertThat(answer.responseHeaders().get(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/event-stream");
        assertThat(answer.responseHeaders().get(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-cache");
        assertThat(answer.responseHeaders().get("X-Accel-Buffering")).isEqualTo("no");
        assertThat(listener.text.toString()).startsWith("retry: 5000\n\n").contains(before, "event: giveaways\n");
        String after = giveaway("after");
        await().until(() -> listener.text.indexOf(after) >= 0);
        assertThat(listener.text.toString().split(after, -1)).hasSize(2);
    }

    @Test
    void whoWasAwayGetsWhatWasMissed() {
        String before = giveaway("seen");
        Listener first = listen("203.0.113.2");
        Listener witness = listen("203.0.113.3");
        await().until(() -> first.text.indexOf(before) >= 0);
        String lastId = first.lastId();
        first.kill();
        String missed = giveaway("missed");
        await().until(() -> witness.text.indexOf(missed) >= 0);
        Listener back = new Listener("203.0.113.2", lastId).ready();
        assertThat(back.text.toString()).contains(missed).doesNotContain("snapshot-");
    }

    @Test
    void aKilledReaderIsNoticedAtOnce() {
        StreamHub hub = kiwi.part(StreamHub.class);
        Listener listener = listen("203.0.113.4");
        assertThat(hub.connections()).isEqualTo(1);
        listener.kill();
        await().atMost(Duration.ofSeconds(5)).until(() -> hub.connections() == 0);
    }

    @Test
    void anAddressMayHoldTwenty() {
        String ip = "203.0.113.5";
        for (int n = 0; n < 20; n++) {
            new Listener(ip, null);
        }
        await().until(() -> kiwi.part(StreamHub.class).connections() == 20);
        WebTestClient client = kiwi.from(ip);
        var refused = client.get().uri(PATH).exchange();
        refused.expectHeader().exists("Retry-After");
        assertThat(json(refused, 429).at("/error/code").stringValue()).isEqualTo("rate_limited");
    }

    @Test
    void aHeadWouldNeverEndAndIsRefused() {
        kiwi.client()
                .method(HttpMethod.HEAD)
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @Test
    void aBadTokenIsRefused() {
        var refused = kiwi.with("kiwi_nonsense").get().uri(PATH).exchange();
        assertThat(json(refused, 401).at("/error/code").stringValue()).isEqualTo("not_authenticated");
    }
}
