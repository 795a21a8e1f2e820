package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CredentialCacheTest {
    private final StandInInvalidations invalidations = new StandInInvalidations();
    private final CredentialCache<String, String> cache =
            new CredentialCache<>(invalidations, Duration.ofMinutes(1), 100);
    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void givenAKnownCredentialWhenAskedAgainThenItIsRemembered() {
        assertThat(ask("k", "v")).isEqualTo("v");
        assertThat(ask("k", "other")).isEqualTo("v");
        assertThat(lookedUp).containsExactly("k");
    }

    @Test
    void hitsAndMissesAreCounted() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        cache.measure(meters, "tokens");
        ask("k", "v");
        ask("k", "v");
        ask("k", "v");
        assertThat(gets(meters, "miss")).isEqualTo(1);
        assertThat(gets(meters, "hit")).isEqualTo(2);
    }

    private static double gets(SimpleMeterRegistry meters, String result) {
        return meters.get("cache.gets")
                .tags("cache", "tokens", "result", result)
                .functionCounter()
                .count();
    }

    @Test
    void givenAnUnknownCredentialWhenItComesToExistThenItWorksAtOnce() {
        assertThat(ask("k", null)).isNull();
        assertThat(ask("k", "v")).isEqualTo("v");
    }

    @Test
    void givenAForgottenCredentialWhenAskedThenItIsLookedUpAgain() {
        ask("k", "v");
        cache.forget("k");
        assertThat(ask("k", null)).isNull();
    }

    @Test
    void givenALookUpThatBeganBeforeARevocationThenItsAnswerIsNotRememberedAfterIt() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> early = cache.get("k", key -> slow);
        cache.forget("k");
        slow.complete("stale");
        assertThat(early).isCompletedWithValue("stale");
        assertThat(ask("k", null)).isNull();
    }

    @Test
    void givenNoWordFromOtherNodesThenNothingIsRemembered() {
        ask("k", "v");
        invalidations.connected = false;
        assertThat(ask("k", null)).isNull();
    }

    @Test
    void givenAGapInTheChannelThenWhatWasKnownBeforeIsNotTrustedAfterIt() {
        ask("k", "v");
        invalidations.connected = false;
        ask("another", "v");
        invalidations.connected = true;
        assertThat(ask("k", null)).isNull();
    }

    @Test
    void givenAFailedLookUpThenTheFailureIsNotRemembered() {
        assertThat(cache.get("k", key -> CompletableFuture.failedFuture(new IllegalStateException("away"))))
                .isCompletedExceptionally();
        assertThat(ask("k", "v")).isEqualTo("v");
    }

    private String ask(String key, String answer) {
        return cache.get(key, k -> {
                    lookedUp.add(k);
                    return CompletableFuture.completedFuture(answer);
                })
                .join();
    }
}
