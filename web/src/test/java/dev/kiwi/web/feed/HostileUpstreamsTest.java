package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.feed.Relays;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever an upstream does, reads answer at once and as before, and an administrator sees what is wrong. */
@ExtendWith(WithKiwi.class)
class HostileUpstreamsTest {
    private static final String EACH = "news,/feed,/v1/feeds/news\n"
            + "twitch,/helix/streams,/v1/feeds/twitch\n"
            + "youtube,/youtube/v3/,/v1/feeds/youtube\n"
            + "bilibili,/all,/v1/feeds/bilibili\n"
            + "trove_events,/calendar/feed,/v1/feeds/events/categories\n"
            + "btt_releases,/repos/AallynReed/BetterTroveTools/releases,/v1/btt/releases\n"
            + "btt_changelog,/repos/AallynReed/BetterTroveTools/commits,/v1/btt/changelog";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final RunningKiwi kiwi;
    private final WebTestClient reader;
    private final WebTestClient admin;
    private final Relays relays;

    HostileUpstreamsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.reader = kiwi.client()
                .mutate()
                .responseTimeout(AT_ONCE)
                .defaultHeader("Authorization", "Bearer " + kiwi.token(kiwi.account()))
                .build();
        this.admin = kiwi.with(kiwi.superuser().session());
        this.relays = kiwi.part(Relays.class);
    }

    private void upstream(String path, Function<TestUpstream.Asked, Answer> how) {
        FeedStandIn.answers(path, how);
        kiwi.github().answers(asked -> asked.path().startsWith("/repos/") ? how.apply(asked) : new Answer(404, ""));
    }

    private JsonNode read(String endpoint) {
        JsonNode body = json(reader.get().uri(endpoint));
        // The changelog of nothing is of this moment.
        return body.path("groups").isEmpty() && body.has("groups") ? body.path("groups") : body;
    }

    private JsonNode seen(String relay) {
        return json(admin.get().uri("/admin/feeds"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").stringValue().equals(relay))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH)
    void aDownOne(String relay, String path, String endpoint) {
        JsonNode before = read(endpoint);
        upstream(path, asked -> new Answer(410, "gone"));
        relays.fetch(relay);
        assertThat(read(endpoint)).isEqualTo(before);
        assertThat(seen(relay).path("last_error").stringValue()).isEqualTo("it answers 410");
        assertThat(seen(relay).path("failures").intValue()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH)
    void aSlowOne(String relay, String path, String endpoint) throws Exception {
        JsonNode before = read(endpoint);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        upstream(path, asked -> {
            reached.countDown();
            try {
                over.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(410, "");
        });
        CompletableFuture<String> fetch = CompletableFuture.supplyAsync(() -> relays.fetch(relay));
        assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(read(endpoint)).isEqualTo(before);
        assertThat(fetch).isNotDone();
        over.countDown();
        fetch.get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH)
    void aWrongOne(String relay, String path, String endpoint) {
        JsonNode before = read(endpoint);
        for (String nonsense : new String[] {"", "<<<", "{\"data\":\"\\ud800\"}", "[".repeat(100_000), "\0\1\2"}) {
            upstream(path, asked -> new Answer(200, nonsense));
            relays.fetch(relay);
            assertThat(seen(relay).path("last_error").isString()).isTrue();
        }
        assertThat(read(endpoint)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH)
    void aHostileOne(String relay, String path, String endpoint) {
        JsonNode before = read(endpoint);
        String endless = "x".repeat((8 << 20) + 1);
        upstream(path, asked -> new Answer(200, endless));
        relays.fetch(relay);
        assertThat(seen(relay).path("last_error").stringValue()).isNotBlank();
        try (TestUpstream inside = new TestUpstream()) {
            inside.answers(200, "[]");
            upstream(
                    path,
                    asked -> new Answer(302, "", Map.of("Location", inside.uri().toString())));
            relays.fetch(relay);
            assertThat(inside.asked()).isEmpty();
        }
        await().atMost(AT_ONCE).untilAsserted(() -> assertThat(read(endpoint)).isEqualTo(before));
    }
}
