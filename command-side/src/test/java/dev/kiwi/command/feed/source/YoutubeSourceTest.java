package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.CatalogSettings;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YoutubeSourceTest {
    private final SourceFixture fixture = new SourceFixture();
    private final CatalogSettings settings = new CatalogSettings();
    private final YoutubeSource source =
            new YoutubeSource(fixture.service(), "the key", new VideoSettings(settings), SourceFixture.CLOCK);
    private final Map<String, Object> snippet = new LinkedHashMap<>();
    private final Map<String, Object> content = new LinkedHashMap<>();

    YoutubeSourceTest() {
        snippet.put("title", "Trove: delves explained");
        snippet.put("description", "");
        snippet.put("channelTitle", "Mira");
        snippet.put("categoryId", "20");
        snippet.put("liveBroadcastContent", "none");
        snippet.put("publishedAt", "2026-11-21T10:00:00Z");
        content.put("duration", "PT10M");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private List<FeedItem> fetch() throws UpstreamFailure {
        return SourceFixture.items(source.fetch(Validators.NONE));
    }

    private List<FeedItem> fetchOne() throws UpstreamFailure {
        answers(
                List.of(Map.of("id", Map.of("videoId", "v1"), "snippet", snippet)),
                List.of(Map.of("id", "v1", "snippet", snippet, "contentDetails", content)));
        return fetch();
    }

    private void answers(List<?> found, List<?> details) {
        fixture.upstream.answers(asked -> new Answer(
                200, json(Map.of("items", asked.path().startsWith("/youtube/v3/search") ? found : details))));
    }

    private static Map<String, Object> found(String id, String channel, String publishedAt) {
        return Map.of(
                "id", Map.of("videoId", id),
                "snippet",
                        Map.of(
                                "title",
                                "trove gamigo",
                                "channelTitle",
                                channel,
                                "publishedAt",
                                publishedAt,
                                "thumbnails",
                                Map.of("high", Map.of("url", "https://i.example/" + id))));
    }

    @Test
    void searchesAndThenAsksForAllDetailsAtOnce() throws Exception {
        answers(List.of(found("a", "A", "2026-11-20T10:00:00Z"), found("b", "B", "2026-11-21T10:00:00Z")), List.of());
        List<JsonNode> videos = SourceFixture.json(fetch());
        assertThat(videos.getFirst().toString())
                .isEqualTo(
                        "{\"title\":\"trove gamigo\",\"url\":\"https://www.youtube.com/watch?v=b\",\"channel\":\"B\","
                                + "\"video_id\":\"b\",\"published_at\":1795255200,\"thumbnail_url\":\"https://i.example/b\"}");
        assertThat(fixture.upstream.asked())
                .extracting(asked -> asked.path())
                .containsExactly(
                        "/youtube/v3/search?part=snippet&q=Trove%20game&type=video&order=relevance"
                                + "&publishedAfter=2026-08-24T10%3A00%3A00Z&maxResults=50&key=the%20key",
                        "/youtube/v3/videos?part=snippet%2CcontentDetails&id=a%2Cb&key=the%20key");
    }

    @Test
    void withoutASingleFindThereAreNoDetailsToAskFor() throws Exception {
        answers(List.of(Map.of("id", Map.of("channelId", "c"))), List.of());
        assertThat(fetch()).isEmpty();
        assertThat(fixture.upstream.asked()).hasSize(1);
    }

    @Test
    void aFewOfAChannelAndThenTheNewest() throws Exception {
        settings.with("feeds_per_channel_max", 2).with("feeds_max_items", 3);
        answers(
                List.of(
                        found("a1", "A", "2026-11-01T10:00:00Z"),
                        found("a2", "A", "2026-11-02T10:00:00Z"),
                        found("a3", "A", "2026-11-03T10:00:00Z"),
                        found("b1", "B", "2026-10-01T10:00:00Z"),
                        found("c1", "C", "unknown"),
                        found("d1", "D", "2026-10-02T10:00:00Z")),
                List.of());
        assertThat(SourceFixture.json(fetch()).stream()
                        .map(video -> video.path("video_id").stringValue()))
                .containsExactly("a3", "a2", "d1");
    }

    @ParameterizedTest
    @CsvSource({
        "title,Trove's delves,true",
        "title,introvert,false",
        "title,trovers,false",
        "title,TROVE,true",
        "title,Trove trinket trove,false",
        "title,Trove #shorts,false",
        "description,shortsighted,true",
        "channelTitle,MikailStream,false",
        "channelTitle,Mikail,true",
        "liveBroadcastContent,live,false",
        "liveBroadcastContent,upcoming,false"
    })
    void rulesDecide(String field, String value, boolean accepted) throws Exception {
        snippet.put(field, value);
        assertThat(fetchOne()).hasSize(accepted ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M,false",
        "PT60S,false",
        "PT1M1S,true",
        "PT1H,true",
        "P1D,true",
        "PT,false",
        "nonsense,true",
        "PT99999999999S,true"
    })
    void shortVideosAreLeftOutWhereTheirLengthIsKnown(String duration, boolean accepted) throws Exception {
        content.put("duration", duration);
        assertThat(fetchOne()).hasSize(accepted ? 1 : 0);
    }

    @Test
    void anotherCategoryNeedsAWordOfTheGame() throws Exception {
        snippet.put("categoryId", "10");
        assertThat(fetchOne()).isEmpty();
        snippet.put("tags", List.of("Chaos Chest"));
        assertThat(fetchOne()).hasSize(1);
        snippet.put("tags", List.of("chaos", "chest"));
        assertThat(fetchOne()).hasSize(1);
        snippet.remove("tags");
        settings.with("feeds_youtube_relevance_terms", " , ");
        assertThat(fetchOne()).hasSize(1);
    }

    @Test
    void aBlankCategoryNeverCounts() throws Exception {
        settings.with("feeds_youtube_video_category_id", "");
        snippet.put("categoryId", "");
        assertThat(fetchOne()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"items\":{}}", "7", "<html>"})
    void refusesWhatIsNoListOfVideos(String answer) {
        fixture.upstream.answers(200, answer);
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
    }

    @Test
    void aFailureDoesNotTellTheKey() {
        fixture.upstream.answers(403, "{\"error\":{\"message\":\"quotaExceeded for the key\"}}");
        assertThatThrownBy(this::fetch).hasMessage("it answers 403");
    }
}
