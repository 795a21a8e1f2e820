package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.CatalogSettings;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BilibiliSourceTest {
    private final SourceFixture fixture = new SourceFixture();
    private final CatalogSettings settings = new CatalogSettings();
    private final BilibiliSource source =
            new BilibiliSource(fixture.service(), new VideoSettings(settings), SourceFixture.CLOCK);

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<JsonNode> fetch() throws UpstreamFailure {
        return SourceFixture.json(SourceFixture.items(source.fetch(Validators.NONE)));
    }

    private List<String> ids() throws UpstreamFailure {
        return fetch().stream()
                .map(video -> video.path("video_id").stringValue())
                .toList();
    }

    @Test
    void readsTheCardsOfThePage() throws Exception {
        fixture.upstream.answers(200, SourceFixture.file("bilibili.html"));
        List<JsonNode> videos = fetch();
        assertThat(videos.getLast().toString())
                .isEqualTo("{\"title\":\"宝藏世界 & 更多\",\"url\":\"https://www.bilibili.com/video/BV1aa\","
                        + "\"channel\":\"Mira\",\"video_id\":\"BV1aa\",\"published_at\":1795132800,"
                        + "\"thumbnail_url\":\"https://i0.hdslb.com/bfs/archive/a.jpg\"}");
        assertThat(ids()).containsExactly("BV1dd", "BV1cc", "BV1aa");
        assertThat(fixture.upstream.asked().getFirst().path())
                .isEqualTo("/all?keyword=%E5%AE%9D%E8%97%8F%E4%B8%96%E7%95%8Ctrove");
        assertThat(fixture.upstream.asked().getFirst().headers().get("user-agent"))
                .startsWith("Mozilla/5.0");
    }

    @Test
    void aFewOfAnAuthorInTheOrderOfThePage() throws Exception {
        fixture.upstream.answers(200, SourceFixture.file("bilibili.html"));
        settings.with("feeds_per_channel_max", 1);
        assertThat(ids()).containsExactly("BV1cc", "BV1aa");
        settings.with("feeds_max_items", 1);
        assertThat(ids()).containsExactly("BV1aa");
        settings.with("feeds_video_cutoff_days", 1).with("feeds_max_items", 10).with("feeds_per_channel_max", 3);
        assertThat(ids()).containsExactly("BV1dd", "BV1cc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html><body>验证码</body></html>", "<div class='bili-video'>", "\0\0"})
    void aRiddleForRobotsIsNoEmptyList(String page) {
        fixture.upstream.answers(200, page);
        assertThatThrownBy(this::fetch).hasMessage("its page shows no videos");
    }

    @Test
    void cardsThatCannotBeReadAreNoEmptyListEither() {
        String page = SourceFixture.file("bilibili.html").replace("//www.bilibili.com/video/", "/watch/");
        fixture.upstream.answers(200, page);
        assertThatThrownBy(this::fetch).hasMessage("its cards show no videos");
    }

    @Test
    void aHostilePageTakesNoTime() {
        fixture.upstream.answers(200, "<div>".repeat(100_000));
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "昨天,2026-11-21T10:00:00Z",
        "5小时前,2026-11-22T05:00:00Z",
        "30分钟前,2026-11-22T09:30:00Z",
        "11-22,2026-11-22T00:00:00Z",
        "11-23,2025-11-23T00:00:00Z",
        "2-29,2026-11-22T10:00:00Z",
        "2024-02-29,2024-02-29T00:00:00Z",
        "2024-13-01,2026-11-22T10:00:00Z",
        "刚刚,2026-11-22T10:00:00Z",
        "99999小时前,2026-11-22T10:00:00Z",
        "'',2026-11-22T10:00:00Z"
    })
    void readsItsDates(String text, Instant date) {
        assertThat(BilibiliDate.read(text, SourceFixture.NOW)).isEqualTo(date);
    }
}
