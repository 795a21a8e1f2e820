package dev.kiwi.web.responsecache;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.demo.DemoData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A kept answer is seen to be kept by changing the read model behind its projection's back. */
@ExtendWith(WithKiwi.class)
class ResponseCacheTest {
    private static final String READ = "/v1/leaderboards/timestamps?limit=365";
    private static final String ARCHIVE = "X-RateLimit-Archive-Remaining";

    private final RunningKiwi kiwi;
    private final JdbcClient sql;
    private WebTestClient client;

    ResponseCacheTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.sql = JdbcClient.create(kiwi.part(DataSource.class));
    }

    @BeforeEach
    void fill() throws Exception {
        client = kiwi.with(kiwi.token(kiwi.superuser()));
        kiwi.part(DemoData.class).captures(Duration.ofHours(2), (filed, all) -> {});
        await().until(() -> json(client.get().uri(READ)).path("count").asInt() >= 2);
    }

    private EntityExchangeResult<byte[]> read(String... headers) {
        var request = client.get().uri(READ);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.exchange().expectBody().returnResult();
    }

    /** What only a look at the tables would show: a capture that no event made. */
    private void behindItsBack(Runnable look) {
        sql.sql("insert into leaderboards.capture select (jsonb_populate_record(c, '{\"anchor\": 1}')).*"
                        + " from leaderboards.capture c limit 1")
                .update();
        try {
            look.run();
        } finally {
            sql.sql("delete from leaderboards.capture where anchor = 1").update();
        }
    }

    @Test
    void anAnswerIsKeptAndItsTagIsAnswered304() {
        String tag = read().getResponseHeaders().getETag();
        assertThat(tag).startsWith("W/\"");
        behindItsBack(() -> assertThat(read().getResponseHeaders().getETag()).isEqualTo(tag));

        EntityExchangeResult<byte[]> unchanged = read(HttpHeaders.IF_NONE_MATCH, tag);
        assertThat(unchanged.getStatus().value()).isEqualTo(304);
        assertThat(unchanged.getResponseBody()).isNull();
        assertThat(unchanged.getResponseHeaders().getFirst("X-RateLimit-Remaining"))
                .as("a hit pays as every request does")
                .isNotNull();
    }

    @Test
    void aLargeAnswerIsCompressedForThoseWhoTakeItSo() throws IOException {
        String calendar = "/v1/rotations/calendar?at=1795352400";
        EntityExchangeResult<byte[]> plain =
                client.get().uri(calendar).exchange().expectBody().returnResult();
        EntityExchangeResult<byte[]> compressed = client.get()
                .uri(calendar)
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "gzip")
                .expectBody()
                .returnResult();
        assertThat(plain.getResponseHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))
                .isNull();
        assertThat(plain.getResponseHeaders().getVary()).contains("Accept", "Accept-Encoding");
        assertThat(compressed.getResponseHeaders().getETag())
                .isEqualTo(plain.getResponseHeaders().getETag());
        byte[] bytes = Objects.requireNonNull(compressed.getResponseBody());
        assertThat(bytes).hasSizeLessThan(Objects.requireNonNull(plain.getResponseBody()).length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getResponseBody());
    }

    @Test
    void anEventOfTheProjectionDropsIt() throws Exception {
        int before = json(client.get().uri(READ)).path("count").asInt();
        kiwi.part(DemoData.class).captures(Duration.ofHours(3), (filed, all) -> {});
        await().until(() -> json(client.get().uri(READ)).path("count").asInt() > before);
    }

    @Test
    void whoAsksForAPositionIsNotAnsweredFromIt() {
        String tag = read().getResponseHeaders().getETag();
        behindItsBack(() -> assertThat(
                        read("Kiwi-Min-Position", "1").getResponseHeaders().getETag())
                .isNotEqualTo(tag));
    }

    @Test
    void otherQueriesHaveOtherAnswers() {
        assertThat(json(client.get().uri("/v1/leaderboards/timestamps?limit=1"))
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(client.get().uri(READ)).path("count").asInt()).isGreaterThan(1);
    }

    @Test
    void whatWasKeptWhileItWasNewIsPaidForWhenItIsOld() {
        long asked = Instant.now().getEpochSecond() / 60 * 60 - 3 * 86_400 + 3_600;
        // Midnight stands for 11:00.
        long anchor = Anchor.isMidnight(asked) ? asked + 60 : asked;
        String uri = "/v1/leaderboards?created_at=" + anchor;
        for (int i = 0; i < 2; i++) {
            client.get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .doesNotExist(ARCHIVE);
        }
        kiwi.later(
                Duration.ofMinutes(62),
                () -> client.get()
                        .uri(uri)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .exists(ARCHIVE));
    }

    @Test
    void anArchiveReadIsPaidForEveryTime() {
        String old = "/v1/leaderboards?created_at=" + (System.currentTimeMillis() / 1000 - 30 * 86_400);
        String first = client.get()
                .uri(old)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(ARCHIVE);
        String second = client.get()
                .uri(old)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(ARCHIVE);
        assertThat(Integer.parseInt(second)).isEqualTo(Integer.parseInt(first) - 1);
    }
}
