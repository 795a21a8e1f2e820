package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.http.HeldBodies.Share;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies that lie in memory: 100 bytes of all callers, 60 of one, besides the free beginnings. */
class HeldBodiesTest {
    private final HeldBodies held = new HeldBodies(100, 60);

    private Share holding(String subscriber, int bytes) {
        Share share = held.share(subscriber);
        share.take(HeldBodies.FREE);
        share.take(bytes);
        return share;
    }

    private void assertRefused(Share share, int bytes, ErrorCode code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> share.take(bytes))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.details()).isEqualTo(Map.of("retry_after", 5)));
        share.giveBack();
    }

    @Test
    void oneCallerHasItsPart() {
        holding("a", 40);
        Share another = holding("a", 20);
        assertRefused(another, 1, ErrorCode.RATE_LIMITED);
        holding("a", 20);
        assertThat(held.held()).isEqualTo(60);
    }

    @Test
    void everybodyTogetherHasAnEnd() {
        holding("a", 60);
        holding("b", 40);
        assertRefused(held.share("c"), HeldBodies.FREE + 1, ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(held.held()).isEqualTo(100);
    }

    @Test
    void smallBodiesGoOnMeanwhile() {
        holding("a", 60);
        holding("b", 40);
        for (int i = 0; i < 1_000; i++) {
            held.share("a").take(HeldBodies.FREE);
        }
        assertThat(held.held()).isEqualTo(100);
    }

    @Test
    void whatIsGivenBackIsFreeAgain() {
        Share first = holding("a", 60);
        first.giveBack();
        first.giveBack();
        assertThat(held.held()).isZero();
        // The rest of a body that nobody waits for any more.
        first.take(1_000);
        assertThat(held.held()).isZero();
        holding("a", 60);
    }
}
