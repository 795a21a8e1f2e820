package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(WithKiwi.class)
class BilibiliImageTest {
    private final WebTestClient anybody;

    BilibiliImageTest(RunningKiwi kiwi) {
        this.anybody = kiwi.client();
    }

    private WebTestClient.ResponseSpec get(String url) {
        return anybody.get().uri("/v1/feeds/bilibili/image?url={url}", url).exchange();
    }

    @Test
    void aPictureIsHandedOn() {
        FeedStandIn.answers(
                FeedStandIn.PICTURES, asked -> new Answer(200, "the picture", Map.of("Content-Type", "image/webp")));
        EntityExchangeResult<byte[]> answer = get("https://i0.hdslb.com/bfs/a.webp?x=1")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.parseMediaType("image/webp"))
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=86400, public")
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseBody()).asString().isEqualTo("the picture");
        anybody.get()
                .uri("/v1/feeds/bilibili/image?url={url}", "https://i0.hdslb.com/bfs/a.webp?x=1")
                .header("If-None-Match", answer.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void whatClaimsToBeNoPictureIsShownAsOne() {
        FeedStandIn.answers(
                FeedStandIn.PICTURES, asked -> new Answer(200, "<script>", Map.of("Content-Type", "text/html")));
        get("https://i0.hdslb.com/bfs/b").expectStatus().isOk().expectHeader().contentType(MediaType.IMAGE_JPEG);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 500})
    void whatBilibiliDoesNotShowIs502(int status) {
        FeedStandIn.answers(
                FeedStandIn.PICTURES,
                asked -> new Answer(status, "", Map.of("Location", "http://169.254.169.254/latest/meta-data/")));
        assertThat(json(get("https://i0.hdslb.com/bfs/c"), 502)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("internal_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://i0.hdslb.com/a", "https://example.com/a", "https://127.0.0.1/", "nonsense", ""})
    void nothingElseIsFetched(String url) {
        assertThat(json(get(url), 400).at("/error/code").stringValue()).isEqualTo("bad_request");
    }

    @Test
    void theAddressIsNeeded() {
        json(anybody.get().uri("/v1/feeds/bilibili/image").exchange(), 422);
    }
}
