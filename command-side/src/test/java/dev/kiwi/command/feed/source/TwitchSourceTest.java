package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TwitchSourceTest {
    private static final String STREAMS = """
            {"data":[
             {"user_login":"mira","user_name":"Mira","title":" Delving\\u0000 ","viewer_count":42,"game_name":"Trove",
              "started_at":"2026-11-22T09:00:00Z","thumbnail_url":"https://cdn.example/{width}x{height}.jpg"},
             {"user_name":"宝藏","started_at":"soon","thumbnail_url":""},
             {"user_login":"mira","user_name":"again"},
             {"title":"nobody"}, 7, null, "x", []]}""";

    private final SourceFixture fixture = new SourceFixture();
    private final TwitchSource source = source("id", "the secret");
    private Function<Asked, Answer> streams = asked -> new Answer(200, STREAMS);
    private int minted;

    TwitchSourceTest() {
        fixture.upstream.answers(asked -> asked.path().equals("/oauth2/token")
                ? new Answer(200, "{\"access_token\":\"t" + ++minted + "\"}")
                : streams.apply(asked));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private TwitchSource source(String id, String secret) {
        return new TwitchSource(fixture.service(), fixture.service(), new TwitchSource.Credentials(id, secret));
    }

    private List<FeedItem> fetch() throws UpstreamFailure {
        return SourceFixture.items(source.fetch(Validators.NONE));
    }

    private List<String> paths() {
        return fixture.upstream.asked().stream().map(Asked::path).toList();
    }

    @Test
    void mintsATokenOnceAndAsksWithIt() throws Exception {
        fetch();
        fetch();
        assertThat(paths())
                .containsExactly(
                        "/oauth2/token",
                        "/helix/streams?game_id=412756&first=100",
                        "/helix/streams?game_id=412756&first=100");
        Asked login = fixture.upstream.asked().getFirst();
        assertThat(login.body().split("&"))
                .containsExactlyInAnyOrder(
                        "client_id=id", "client_secret=the%20secret", "grant_type=client_credentials");
        assertThat(fixture.upstream.asked().getLast().headers())
                .containsEntry("client-id", "id")
                .containsEntry("authorization", "Bearer t1");
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws Exception {
        fetch();
        streams = asked -> asked.headers().get("authorization").equals("Bearer t1")
                ? new Answer(401, "")
                : new Answer(200, STREAMS);
        assertThat(fetch()).hasSize(2);
        assertThat(minted).isEqualTo(2);
        streams = asked -> new Answer(401, "");
        assertThatThrownBy(this::fetch).hasMessage("it answers 401");
        assertThat(minted).isEqualTo(3);
    }

    @Test
    void takesOverWhoStreams() throws Exception {
        List<FeedItem> items = fetch();
        assertThat(items).extracting(FeedItem::key).containsExactly("mira", "宝藏");
        List<JsonNode> json = SourceFixture.json(items);
        assertThat(json.getFirst().toString())
                .isEqualTo("{\"channel\":\"Mira\",\"login\":\"mira\",\"url\":\"https://twitch.tv/mira\","
                        + "\"title\":\"Delving\",\"viewers\":42,\"game\":\"Trove\",\"started_at\":1795338000,"
                        + "\"thumbnail\":\"https://cdn.example/440x248.jpg\"}");
        JsonNode other = json.getLast();
        assertThat(other.path("login").stringValue()).isEqualTo("宝藏");
        assertThat(other.path("url").stringValue()).isEqualTo("https://twitch.tv/%E5%AE%9D%E8%97%8F");
        assertThat(other.path("viewers").intValue()).isZero();
        assertThat(other.path("thumbnail").isNull()).isTrue();
        assertThat(other.path("started_at").isNull()).isTrue();
    }

    @Test
    void aBareListWillDoToo() throws Exception {
        streams = asked -> new Answer(200, "[{\"user_login\":\"a\"}]");
        assertThat(fetch()).hasSize(1);
        streams = asked -> new Answer(200, "{\"data\":[]}");
        assertThat(fetch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\":7}", "{\"data\":[{\"id\":\"7\"}]}", "null", "<html>", "[[[["})
    void refusesWhatIsNoListOfStreams(String answer) {
        streams = asked -> new Answer(200, answer);
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"access_token\":7}", "{\"access_token\":\"a\\r\\nb\"}"})
    void refusesWhatIsNoToken(String answer) {
        fixture.upstream.answers(200, answer);
        assertThatThrownBy(this::fetch).isInstanceOf(UpstreamFailure.class).hasMessageNotContaining("secret");
    }

    @Test
    void needsBothHalvesOfItsCredentialAndKeepsThemToItself() {
        assertThat(source.isConfigured()).isTrue();
        assertThat(source("", "x").isConfigured()).isFalse();
        assertThat(source("x", " ").isConfigured()).isFalse();
        assertThat(new TwitchSource.Credentials("id", "the secret").toString()).doesNotContain("secret");
    }
}
