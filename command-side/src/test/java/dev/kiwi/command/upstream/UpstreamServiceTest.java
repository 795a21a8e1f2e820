package dev.kiwi.command.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.command.upstream.UpstreamFailure.Kind;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final BoundedHttp HTTP = new BoundedHttp(new SystemLookup());

    private final TestUpstream stranger = new TestUpstream();
    private Instant now = NOW;
    private final UpstreamService service = service(3, 4);

    private UpstreamService service(int attempts, int counted) {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        UpstreamLimits limits = new UpstreamLimits(
                Duration.ofSeconds(5), 1 << 20, attempts, Duration.ofMillis(1), counted, Duration.ofMinutes(10));
        return new UpstreamService("stranger", stranger.uri(), limits, HTTP, clock);
    }

    @AfterEach
    void close() {
        stranger.close();
    }

    @AfterAll
    static void stop() {
        HTTP.close();
    }

    private UpstreamAnswer ask() throws UpstreamFailure {
        return service.send(UpstreamRequest.get(service.below("/x")));
    }

    private UpstreamFailure failure() {
        return catchThrowableOfType(UpstreamFailure.class, this::ask);
    }

    @Test
    void whatPassesIsTriedAgain() throws Exception {
        stranger.answers(asked -> stranger.asked().size() < 3 ? new Answer(502, "") : new Answer(200, "at last"));
        assertThat(ask().text()).isEqualTo("at last");
        assertThat(stranger.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void whatWillNotPassIsNotTriedAgain(int status) {
        stranger.answers(status, "");
        UpstreamFailure failure = failure();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reason()).isEqualTo("it answers " + status);
        assertThat(stranger.asked()).hasSize(1);
    }

    @Test
    void whatKeepsFailingIsLeftAlone() {
        stranger.answers(500, "");
        failure();
        failure();
        int asked = stranger.asked().size();
        assertThat(asked).isEqualTo(4);
        assertThat(service.isLeftAlone()).isTrue();
        assertThat(failure().kind()).isEqualTo(Kind.PAUSED);
        assertThat(stranger.asked()).hasSize(asked);
    }

    @Test
    void aCallersMistakesDoNotHaveItLeftAlone() {
        stranger.answers(404, "");
        for (int i = 0; i < 10; i++) {
            failure();
        }
        assertThat(service.isLeftAlone()).isFalse();
        assertThat(stranger.asked()).hasSize(10);
    }

    @Test
    void whoWantsToBeLeftAloneIs() throws Exception {
        stranger.answers(asked -> new Answer(429, "", Map.of("Retry-After", "120")));
        assertThat(failure().kind()).isEqualTo(Kind.LIMITED);
        assertThat(stranger.asked()).hasSize(1);
        stranger.answers(200, "back");
        now = NOW.plusSeconds(119);
        assertThat(failure().kind()).isEqualTo(Kind.LIMITED);
        assertThat(service.isLeftAlone()).isTrue();
        now = NOW.plusSeconds(120);
        assertThat(ask().text()).isEqualTo("back");
        assertThat(service.isLeftAlone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "429,-,-,-,2026-11-22T10:05:00Z",
                "429,60,-,-,2026-11-22T10:01:00Z",
                "429,nonsense,-,-,2026-11-22T10:05:00Z",
                "429,99999999999,-,-,2026-11-22T16:00:00Z",
                "503,'Sun, 22 Nov 2026 10:30:00 GMT',-,-,2026-11-22T10:30:00Z",
                "403,-,0,1795342200,2026-11-22T10:10:00Z",
                "403,-,12,1795342200,-",
                "403,-,-,-,-",
                "503,-,-,-,-",
                "500,60,-,-,-",
            })
    void readsHowLong(int status, String after, String remaining, String reset, Instant until) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("retry-after", after);
        headers.put("x-ratelimit-remaining", remaining);
        headers.put("x-ratelimit-reset", reset);
        headers.values().removeIf(value -> value == null);
        assertThat(RetryAfter.of(new UpstreamAnswer(status, headers, new byte[0]), NOW))
                .isEqualTo(until);
    }
}
