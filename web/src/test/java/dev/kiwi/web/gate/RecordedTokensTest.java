package dev.kiwi.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.KnownUsage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose requests are recorded, platform.md 8 and 12.1. */
@HttpTest
class RecordedTokensTest {
    private static final long ROTATIONS_ONLY = 1;

    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    KnownUsage usage;

    private boolean isRecorded(String token, String route, int status) {
        api.with(token).get().uri(route).exchange().expectStatus().isEqualTo(status);
        return usage.knows(token);
    }

    @Test
    void aTokenIsWhetherItIsLetInOrNot() {
        assertThat(isRecorded(credentials.token(0), "/v1/t/scope", 200)).isTrue();
        assertThat(isRecorded(credentials.token(0), "/v1/t/public", 200)).isTrue();
        assertThat(isRecorded(credentials.token(ROTATIONS_ONLY), "/v1/t/scope", 403))
                .isTrue();
        String fromElsewhere = credentials.token(0, List.of("203.0.113.1"), false);
        assertThat(isRecorded(fromElsewhere, "/v1/t/scope", 403)).isTrue();
        assertThat(isRecorded(credentials.token(0), "/v1/t/supertoken", 403)).isTrue();
    }

    @Test
    void aTokenThatCountsAsNoneIsNot() {
        assertThat(isRecorded(credentials.token(ROTATIONS_ONLY), "/v1/t/public", 200))
                .isFalse();
    }

    @Test
    void whatIsNoTokenIsNot() {
        assertThat(isRecorded("kiwi_unknown", "/v1/t/scope", 401)).isFalse();
        assertThat(isRecorded(credentials.session(true), "/t/session", 200)).isFalse();
    }
}
