package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangelogSourceTest {
    private static final String TAGS =
            "[{\"name\":\"v2\",\"commit\":{\"sha\":\"sha-c\"}},{\"name\":\"v3\",\"commit\":{\"sha\":\"sha-b\"}},{},7]";
    private static final String COMMITS =
            "[" + commit("sha-a", "Feat(ui)!: no") + "," + commit("sha-b", "FIX(a b): x\\nmore")
                    + "," + commit("sha-c", "docs: y") + "," + commit("sha-d-long", "plain text")
                    + ",{\"sha\":\"sha-e\"},{\"commit\":{\"message\":\"no sha\"}}," + commit("sha-f", " ") + "]";

    private final SourceFixture fixture = new SourceFixture();
    private final ChangelogSource source = new ChangelogSource(new Github(fixture.service(), "a/b", ""));

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String commit(String sha, String message) {
        return "{\"sha\":\"" + sha + "\",\"html_url\":\"https://github.com/" + sha + "\",\"commit\":{\"message\":\""
                + message + "\"}}";
    }

    private void answers(Answer tags, Answer commits) {
        fixture.upstream.answers(asked -> asked.path().contains("/tags") ? tags : commits);
    }

    private List<FeedItem> fetch() throws UpstreamFailure {
        return SourceFixture.items(source.fetch(Validators.NONE));
    }

    @Test
    void putsCommitsUnderTheirVersion() throws Exception {
        answers(new Answer(200, TAGS), new Answer(200, COMMITS));
        List<FeedItem> items = fetch();
        assertThat(items).extracting(FeedItem::key).containsExactly("groups", "rate_limited");
        assertThat(items.getLast().json()).isEqualTo("false");
        assertThat(items.getFirst().json())
                .isEqualTo("[{\"version\":\"Unreleased\",\"commits\":[{\"sha\":\"sha-a\",\"short_sha\":\"sha-a\","
                        + "\"message\":\"Feat(ui)!: no\",\"type\":null,\"url\":\"https://github.com/sha-a\"}]},"
                        + "{\"version\":\"v3\",\"commits\":[{\"sha\":\"sha-b\",\"short_sha\":\"sha-b\","
                        + "\"message\":\"FIX(a b): x\",\"type\":\"fix\",\"url\":\"https://github.com/sha-b\"}]},"
                        + "{\"version\":\"v2\",\"commits\":[{\"sha\":\"sha-c\",\"short_sha\":\"sha-c\","
                        + "\"message\":\"docs: y\",\"type\":\"docs\",\"url\":\"https://github.com/sha-c\"},"
                        + "{\"sha\":\"sha-d-long\",\"short_sha\":\"sha-d-l\",\"message\":\"plain text\",\"type\":null,"
                        + "\"url\":\"https://github.com/sha-d-long\"}]}]");
    }

    @Test
    void withoutTagsAllIsUnreleased() throws Exception {
        answers(new Answer(404, ""), new Answer(200, COMMITS));
        assertThat(SourceFixture.json(fetch()).getFirst()).hasSize(1);
    }

    @Test
    void aRefusalOfGithubsLeavesTheGroupsOfBefore() throws Exception {
        FeedItem limited = new FeedItem("rate_limited", null, null, null, "true");
        answers(new Answer(200, TAGS), new Answer(200, "{\"message\":\"API rate limit exceeded for 1.2.3.4\"}"));
        assertThat(fetch()).containsExactly(limited);
        answers(new Answer(200, TAGS), new Answer(403, "{\"message\":\"API rate limit exceeded for 1.2.3.4\"}"));
        assertThat(fetch()).containsExactly(limited);
    }

    @Test
    void aCallThatIsLimitedLeavesTheGroupsOfBefore() throws Exception {
        FeedItem limited = new FeedItem("rate_limited", null, null, null, "true");
        answers(new Answer(200, TAGS), new Answer(429, "", Map.of("Retry-After", "60")));
        assertThat(fetch()).containsExactly(limited);
    }

    @Test
    void anythingElseIsAFailure() {
        answers(new Answer(200, TAGS), new Answer(200, "{\"message\":\"Not Found\"}"));
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
        answers(new Answer(200, TAGS), new Answer(404, ""));
        assertThatThrownBy(this::fetch).hasMessage("it answers 404");
        answers(new Answer(200, TAGS), new Answer(403, "{\"message\":\"Resource not accessible by this token\"}"));
        assertThatThrownBy(this::fetch).hasMessage("it answers 403");
        answers(new Answer(200, TAGS), new Answer(200, "[{\"oid\":\"a\",\"commit\":{\"message\":\"b\"}}]"));
        assertThatThrownBy(this::fetch).hasMessage("its commits cannot be read");
    }

    @Test
    void aServiceThatIsAwayHasNotRefused() {
        answers(new Answer(200, TAGS), new Answer(503, "", Map.of("Retry-After", "60")));
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
    }
}
