package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsSourceTest {
    private final SourceFixture fixture = new SourceFixture();
    private final Source source = NewsSource.of(fixture.service());

    @AfterEach
    void close() {
        fixture.close();
    }

    private static List<NewsItem> articles(String xml) throws UpstreamFailure {
        return NewsPage.articles(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel>" + items + "</channel></rss>";
    }

    @Test
    void followsTheRedirectAndTakesOverWhatIsNew() throws Exception {
        fixture.upstream.answers(asked -> asked.path().equals("/feed")
                ? new Answer(301, "", Map.of("Location", "/feed/"))
                : new Answer(200, SourceFixture.file("news.xml"), Map.of("ETag", "\"7\"")));
        Fetched fetched = source.fetch(Validators.NONE);
        assertThat(((Fetched.Told) fetched).validators()).isEqualTo(new Validators("\"7\"", null));
        assertThat(SourceFixture.items(fetched))
                .extracting(item -> item.key(), item -> item.at())
                .containsExactly(
                        tuple("https://trovegame.com/news/patch", Instant.parse("2026-11-22T10:00:00Z")),
                        tuple("https://trovegame.com/news/bare", null));

        fixture.upstream.answers(304, "");
        assertThat(source.fetch(new Validators("\"7\"", null))).isEqualTo(new Fetched.Unchanged());
        assertThat(fixture.upstream.asked().getLast().headers()).containsEntry("if-none-match", "\"7\"");
    }

    @Test
    void readsAnArticle() throws Exception {
        NewsItem patch = articles(SourceFixture.file("news.xml")).getFirst();
        assertThat(patch)
                .isEqualTo(new NewsItem(
                        "Patch & notes",
                        "https://trovegame.com/news/patch",
                        "Mira",
                        "One two & three four",
                        "Patch Notes",
                        List.of("Patch Notes", "News & more"),
                        "https://trovegame.com/c.jpg",
                        Instant.parse("2026-11-22T10:00:00Z").getEpochSecond()));
    }

    @Test
    void whatIsMissingHasADefault() throws Exception {
        NewsItem bare = articles(SourceFixture.file("news.xml")).getLast();
        assertThat(bare)
                .isEqualTo(new NewsItem(
                        "", "https://trovegame.com/news/bare", "Team Trove", "", "News", List.of(), null, null));
    }

    @Test
    void takesThirtyAtMost() throws Exception {
        assertThat(articles(rss("<item><link>https://a.example/x</link></item>".repeat(40))))
                .hasSize(30);
    }

    @Test
    void expandsNoEntities() throws Exception {
        String bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"
                + rss("<item><link>https://a.example/</link><title>x&b;&secret;</title></item>");
        List<NewsItem> articles;
        try {
            articles = articles(bomb);
        } catch (UpstreamFailure refused) {
            return;
        }
        assertThat(articles.getFirst().title()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Checking your browser</body></html>", "<rss><channel><item>", "{}", "\0"})
    void refusesWhatIsNoRss(String answer) {
        assertThatThrownBy(() -> articles(answer)).isInstanceOf(UpstreamFailure.class);
    }

    @Test
    void aLongSummaryEndsAfterAWord() {
        String words = "word ".repeat(100);
        assertThat(NewsDraft.summary(words)).hasSize(219 + 3).endsWith("word...");
        assertThat(NewsDraft.summary("x".repeat(221))).isEqualTo("x".repeat(220) + "...");
        assertThat(NewsDraft.summary("x".repeat(220))).isEqualTo("x".repeat(220));
        assertThat(NewsDraft.summary("a<b>c</b>&lt;i&gt;d &amp;amp; e")).isEqualTo("a c d & e");
    }

    @Test
    void aHostileSummaryTakesNoTime() {
        assertThat(NewsDraft.summary("<".repeat(100_000))).startsWith("<");
        assertThat(NewsDraft.summary("&lt;<".repeat(30_000) + ">")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Sun, 22 Nov 2026 10:00:00 GMT;2026-11-22T10:00:00Z",
                "Sun, 22 Nov 2026 10:00:00 +0130;2026-11-22T08:30:00Z",
                "22 Nov 2026 10:00 EST;2026-11-22T15:00:00Z",
                "2 Feb 26 01:02:03 UT;2026-02-02T01:02:03Z",
                "2 Feb 99 01:02:03;1999-02-02T01:02:03Z",
                "30 Feb 2026 10:00:00 GMT;-",
                "22 Nov 2026 25:00:00 GMT;-",
                "22 Nov 2026 10:00:00 +9900;-",
                "22 Foo 2026 10:00:00 GMT;-",
                "2026-11-22T10:00:00Z;-",
                "'';-",
            })
    void readsDatesOfMail(String text, Instant date) {
        assertThat(Rfc822Date.read(text)).isEqualTo(date);
    }
}
