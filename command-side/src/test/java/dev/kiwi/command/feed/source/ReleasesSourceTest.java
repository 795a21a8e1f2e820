package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasesSourceTest {
    private static final String RELEASES = """
            [{"id":71,"tag_name":"v1.5.0","name":null,"body":"Faster.\\r\\nSmaller.","html_url":"https://github.com/r/71",
              "prerelease":true,"draft":false,"published_at":"2026-11-22T09:00:00Z","assets":[
               {"name":"a.msi","browser_download_url":"https://github.com/a.msi","size":7,"content_type":null,"download_count":3},
               {"name":"","browser_download_url":"https://github.com/b.msi"}, {"name":"c.msi"}]},
             {"id":72,"tag_name":"v2","html_url":"https://github.com/r/72","draft":true,"published_at":"2026-11-22T09:00:00Z"},
             {"id":"73","tag_name":"v2","html_url":"https://github.com/r/73","published_at":"2026-11-22T09:00:00Z"},
             {"id":74,"html_url":"https://github.com/r/74","published_at":"2026-11-22T09:00:00Z"},
             {"id":75,"tag_name":"v2","published_at":"2026-11-22T09:00:00Z"},
             {"id":76,"tag_name":"v2","html_url":"https://github.com/r/76","published_at":null}, 7]""";

    private final SourceFixture fixture = new SourceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Source source(String token) {
        return ReleasesSource.of(new Github(fixture.service(), "a/b", token));
    }

    @Test
    void takesOverWholeReleases() throws Exception {
        fixture.upstream.answers(200, RELEASES);
        List<FeedItem> items = SourceFixture.items(source("t").fetch(Validators.NONE));
        assertThat(items)
                .containsExactly(new FeedItem(
                        "71",
                        Instant.parse("2026-11-22T09:00:00Z"),
                        null,
                        "beta",
                        "{\"release_id\":71,\"tag_name\":\"v1.5.0\",\"name\":\"\",\"body\":\"Faster.\\nSmaller.\","
                                + "\"html_url\":\"https://github.com/r/71\",\"prerelease\":true,\"published_at\":1795338000,"
                                + "\"assets\":[{\"name\":\"a.msi\",\"url\":\"https://github.com/a.msi\",\"size\":7,"
                                + "\"content_type\":null,\"download_count\":3}]}"));
        assertThat(fixture.upstream.asked().getFirst().path()).isEqualTo("/repos/a/b/releases?per_page=100");
        assertThat(fixture.upstream.asked().getFirst().headers())
                .containsEntry("accept", "application/vnd.github+json")
                .containsEntry("x-github-api-version", "2022-11-28")
                .containsEntry("authorization", "Bearer t");
    }

    @Test
    void withoutATokenNoneIsShownAndTheETagSavesACall() throws Exception {
        fixture.upstream.answers(asked -> "\"1\"".equals(asked.headers().get("if-none-match"))
                ? new Answer(304, "")
                : new Answer(200, "[]", Map.of("ETag", "\"1\"")));
        Fetched.Told first = (Fetched.Told) source("").fetch(Validators.NONE);
        assertThat(source("").fetch(first.validators())).isEqualTo(new Fetched.Unchanged());
        assertThat(fixture.upstream.asked().getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void refusesWhatIsNoList() {
        fixture.upstream.answers(200, "{\"message\":\"Moved\"}");
        assertThatThrownBy(() -> source("").fetch(Validators.NONE)).isInstanceOf(UpstreamFailure.class);
    }
}
