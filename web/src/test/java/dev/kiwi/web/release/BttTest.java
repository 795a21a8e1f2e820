package dev.kiwi.web.release;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.feed.Relays;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** misc-btt.md D4. */
@ExtendWith(WithKiwi.class)
class BttTest {
    private static final String RELEASES =
            "[" + release(1, "v1.0.0", false, "2026-01-01T00:00:00Z", "a.msi", "a.apk") + ","
                    + release(2, "v1.1.0", false, "2026-02-01T00:00:00Z", "b.exe", "b.msi") + ","
                    + release(3, "v1.2.0-beta.1", true, "2026-03-01T00:00:00Z", "c.deb") + "]";
    private static final String COMMITS = "[{\"sha\":\"0123456789\",\"html_url\":\"https://github.com/c\","
            + "\"commit\":{\"message\":\"fix: one\"}},{\"sha\":\"abc\",\"commit\":{\"message\":\"two\"}}]";

    private final RunningKiwi kiwi;
    private final WebTestClient reader;

    BttTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.reader = kiwi.with(kiwi.token(kiwi.account()));
    }

    @BeforeEach
    void fetch() {
        kiwi.github().answers(asked -> {
            if (asked.path().contains("/releases")) {
                return new Answer(200, RELEASES);
            }
            String tags = "[{\"name\":\"v1\",\"commit\":{\"sha\":\"abc\"}}]";
            return new Answer(200, asked.path().contains("/tags") ? tags : COMMITS);
        });
        kiwi.part(Relays.class).fetch("btt_releases");
        kiwi.part(Relays.class).fetch("btt_changelog");
        await().until(() -> get("/releases").path("total").intValue() == 3
                && get("/changelog").path("groups").size() == 2);
    }

    private static String release(long id, String tag, boolean beta, String at, String... files) {
        List<String> assets = List.of(files).stream()
                .map(file -> "{\"name\":\"" + file + "\",\"browser_download_url\":\"https://github.com/" + file
                        + "\",\"size\":5,\"content_type\":\"x/y\",\"download_count\":1}")
                .toList();
        return "{\"id\":" + id + ",\"tag_name\":\"" + tag + "\",\"name\":\"n\",\"body\":\"b\",\"prerelease\":" + beta
                + ",\"html_url\":\"https://github.com/r\",\"published_at\":\"" + at + "\",\"assets\":" + assets + "}";
    }

    private JsonNode get(String path) {
        return json(reader.get().uri("/v1/btt" + path));
    }

    @Test
    void listsReleasesNewestFirst() {
        JsonNode page = get("/releases?limit=2");
        assertThat(page.path("channel").isNull()).isTrue();
        assertThat(page.path("count").intValue()).isEqualTo(2);
        assertThat(page.path("items")
                        .valueStream()
                        .map(item -> item.path("release_id").longValue()))
                .containsExactly(3L, 2L);
        assertThat(page.at("/items/0").propertyNames())
                .containsExactly(
                        "release_id",
                        "tag_name",
                        "name",
                        "body",
                        "html_url",
                        "prerelease",
                        "channel",
                        "published_at",
                        "fetched_at",
                        "assets");
        assertThat(page.at("/items/1/assets")).hasSize(2);
        JsonNode stable = get("/releases?channel=release&limit=1&offset=1");
        assertThat(stable.path("channel").stringValue()).isEqualTo("release");
        assertThat(stable.path("total").intValue()).isEqualTo(2);
        assertThat(stable.at("/items/0/release_id").longValue()).isEqualTo(1);
    }

    @Test
    void showsTheNewestForEachPlatform() {
        JsonNode latest = get("/latest");
        assertThat(latest.path("channel").stringValue()).isEqualTo("release");
        assertThat(latest.at("/platforms/windows/release/tag_name").stringValue())
                .isEqualTo("v1.1.0");
        assertThat(latest.at("/platforms/windows/assets")
                        .valueStream()
                        .map(asset -> asset.path("name").stringValue()))
                .containsExactly("b.msi", "b.exe");
        assertThat(latest.at("/platforms/android/release/tag_name").stringValue())
                .isEqualTo("v1.0.0");
        assertThat(latest.at("/platforms/linux").isNull()).isTrue();
        assertThat(get("/latest/linux?channel=beta").at("/release/prerelease").booleanValue())
                .isTrue();
        assertThat(get("/latest/windows")).isEqualTo(latest.at("/platforms/windows"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0,windows,release,true,true",
        "v1.1.0,windows,release,false,true",
        "1.1,windows,release,false,true",
        "1.2.0,windows,release,false,true",
        "1.1.0-beta,windows,release,true,true",
        "nonsense,windows,release,false,false",
        "1.2.0,linux,beta,false,true",
        "1.2.0-alpha,linux,beta,true,true"
    })
    void tellsWhetherThereIsAnUpdate(
            String installed, String platform, String channel, boolean update, boolean comparable) {
        JsonNode check = get("/check?installed=" + installed + "&platform=" + platform + "&channel=" + channel);
        assertThat(check.path("update_available").booleanValue()).isEqualTo(update);
        assertThat(check.path("comparable").booleanValue()).isEqualTo(comparable);
        assertThat(check.path("installed").stringValue()).isEqualTo(installed);
        assertThat(check.at("/latest/platform").stringValue()).isEqualTo(platform);
    }

    @Test
    void whereNothingWasPublishedThereIsNoUpdate() {
        JsonNode check = get("/check?installed=1.0&platform=linux");
        assertThat(check.path("latest").isNull()).isTrue();
        assertThat(check.path("update_available").booleanValue()).isFalse();
        assertThat(check.path("comparable").booleanValue()).isFalse();
        assertThat(json(reader.get().uri("/v1/btt/latest/linux").exchange(), 404)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("not_found");
    }

    @Test
    void listsWhatChanged() {
        JsonNode all = get("/changelog");
        assertThat(all.path("repo").stringValue()).isEqualTo("AallynReed/BetterTroveTools");
        assertThat(all.path("rate_limited").booleanValue()).isFalse();
        assertThat(all.path("groups").toString())
                .isEqualTo(
                        "[{\"version\":\"Unreleased\",\"commits\":[{\"sha\":\"0123456789\",\"short_sha\":\"0123456\","
                                + "\"message\":\"fix: one\",\"type\":\"fix\",\"url\":\"https://github.com/c\"}]},"
                                + "{\"version\":\"v1\",\"commits\":[{\"sha\":\"abc\",\"short_sha\":\"abc\",\"message\":\"two\","
                                + "\"type\":null,\"url\":\"\"}]}]");
        assertThat(get("/changelog?limit_groups=1&commits_per_group=1").path("groups"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases?channel=nightly",
                "/latest?channel=Beta",
                "/latest/amiga",
                "/latest/windows?channel=x",
                "/check?installed=1&platform=amiga"
            })
    void unknownPlatformsAndChannelsAre404(String path) {
        json(reader.get().uri("/v1/btt" + path).exchange(), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases?limit=201",
                "/releases?limit=0",
                "/releases?offset=-1",
                "/check?platform=linux",
                "/check?installed=1",
                "/check?installed=&platform=linux",
                "/changelog?limit_groups=51",
                "/changelog?commits_per_group=101",
                "/changelog?limit_groups=-1"
            })
    void whatDoesNotFitIs422(String path) {
        json(reader.get().uri("/v1/btt" + path).exchange(), 422);
    }

    @Test
    void readsHaveAnETag() {
        String etag = reader.get()
                .uri("/v1/btt/latest")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        reader.get()
                .uri("/v1/btt/latest")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        json(kiwi.client().get().uri("/v1/btt/latest"));
    }
}
