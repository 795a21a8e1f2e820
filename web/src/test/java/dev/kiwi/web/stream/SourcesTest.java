package dev.kiwi.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.api.feed.NewsList;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.leaderboard.GetTimestamps.Timestamps;
import dev.kiwi.api.rotation.RotationSources;
import dev.kiwi.api.rotation.SourceState;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.ServerStatus.ServerVerdict;
import dev.kiwi.api.status.ServerStatus.ServerVerdicts;
import dev.kiwi.query.dispatch.QueryDispatcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** feeds-events.md B1: what each source says, what tells its news apart, and when it is quiet. */
class SourcesTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_345_200);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static QueryDispatcher answering(Object answer) {
        return new QueryDispatcher() {
            @Override
            public <R> CompletableFuture<R> query(Object query, Class<R> type) {
                return CompletableFuture.completedFuture(type.cast(answer));
            }
        };
    }

    private static String json(StreamSource.State state) {
        return JSON.writeValueAsString(state.data());
    }

    private static StreamSource news(NewsItem... items) {
        return new NewsSource(answering(new NewsList(List.of(items), items.length)));
    }

    private static NewsItem article(String url, @Nullable Long publishedAt) {
        return new NewsItem("Patch", url, "Team Trove", "", "News", List.of(), null, publishedAt);
    }

    @Test
    void theNewestArticleIsToldApartByItsAddress() {
        StreamSource.State state = news(article("https://t.example/1", 7L)).at(NOW);
        assertThat(json(state))
                .isEqualTo("{\"item\":{\"title\":\"Patch\",\"url\":\"https://t.example/1\",\"published_at\":7}}");
        assertThat(state.signature()).isEqualTo("https://t.example/1");
        assertThat(json(news(article("https://t.example/1", null)).at(NOW))).contains("\"published_at\":null");
        assertThat(news().at(NOW).signature()).isNull();
        assertThat(news().readsFrom()).containsExactly(Projection.FEED);
    }

    private static StreamSource servers(ServerStatus status) {
        return new ServerStatusSource(answering(status));
    }

    @Test
    void theServersAreQuietUntilTheyAreKnown() {
        ServerVerdict up = new ServerVerdict("online", true, null);
        ServerStatus known = new ServerStatus("maintenance", null, new ServerVerdicts(up, up, up), 5L);
        StreamSource.State state = servers(known).at(NOW);
        assertThat(state.signature()).isEqualTo("status:maintenance");
        assertThat(state.data()).isEqualTo(known);
        assertThat(servers(ServerStatus.UNKNOWN).at(NOW).signature()).isNull();
        assertThat(servers(known).readsFrom()).containsExactly(Projection.FEED);
    }

    @Test
    void theNewestCaptureIsTheOneThatIsServed() {
        StreamSource.State state = new CaptureSource(answering(new Timestamps(List.of(9L), 1))).at(NOW);
        assertThat(json(state)).isEqualTo("{\"created_at\":9}");
        assertThat(state.signature()).isEqualTo("9");
        assertThat(new CaptureSource(answering(new Timestamps(List.of(), 0)))
                        .at(NOW)
                        .signature())
                .isNull();
    }

    private record Rotations(@Nullable String signature) implements RotationSources {
        @Override
        public List<String> types() {
            return List.of("challenge", "longshade");
        }

        @Override
        public SourceState at(String type, Instant now) {
            return new SourceState(Map.of("type", type), signature, now.plusSeconds(60));
        }
    }

    @Test
    void aRotationIsWhatItsCalculationOrItsCaptureSays() {
        StreamSource computed = new RotationSource("longshade", new Rotations("a"));
        assertThat(computed.type()).isEqualTo("longshade");
        assertThat(computed.readsFrom()).isEmpty();
        assertThat(computed.at(NOW))
                .isEqualTo(new StreamSource.State(Map.of("type", "longshade"), "a", NOW.plusSeconds(60)));
        StreamSource captured = new RotationSource("challenge", new Rotations(null));
        assertThat(captured.readsFrom()).containsExactly(Projection.TROVE);
        assertThat(captured.at(NOW).signature()).isNull();
        assertThat(captured.at(NOW).nextChange()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aSnapshotBeginsWithTheRotationsAndEndsWithWhatIsOurs() {
        Rotations rotations = new Rotations("a");
        List<StreamSource> ordered = SnapshotOrder.of(List.of(
                () -> List.of(new CaptureSource(answering("")), news(), servers(ServerStatus.UNKNOWN)),
                () -> List.of(new RotationSource("longshade", rotations), new RotationSource("challenge", rotations))));
        assertThat(ordered.stream().map(StreamSource::type))
                .containsExactly("challenge", "longshade", "server_status", "trove_news", "leaderboards");
    }
}
