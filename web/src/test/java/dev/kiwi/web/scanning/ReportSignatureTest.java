package dev.kiwi.web.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.embedded.MovableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReportSignatureTest {
    private static final byte[] BODY = "[{\"token\":\"x\"}]".getBytes(StandardCharsets.UTF_8);

    private final GithubStandIn github = new GithubStandIn();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final ReportSignature signatures =
            new ReportSignature(new GithubKeys(URI.create(github.keysUrl()), JsonMapper.shared(), clock), true);

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aReportThatGithubSignedIsGoodAndItsKeyIsFetchedOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(signatures.isGood(GithubStandIn.KEY, github.sign(BODY), BODY))
                    .isTrue();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(github.fetches).hasValue(1);
    }

    @Test
    void anotherBodyAnotherKeyOrNoSignatureIsNot() {
        String signature = github.sign(BODY);
        byte[] other = BODY.clone();
        other[2] ^= 1;
        assertThat(signatures.isGood(GithubStandIn.KEY, signature, other)).isFalse();
        KeyPair stranger = GithubStandIn.pair("secp256r1");
        assertThat(signatures.isGood(GithubStandIn.KEY, GithubStandIn.sign(BODY, stranger), BODY))
                .isFalse();
        assertThat(signatures.isGood(null, signature, BODY)).isFalse();
        assertThat(signatures.isGood(GithubStandIn.KEY, null, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA", "MEUCIQ==", "====", "MAYCAQACAQA="})
    void whatIsNoSignatureIsNot(String signature) {
        assertThat(signatures.isGood(GithubStandIn.KEY, signature, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {GithubStandIn.RSA_KEY, GithubStandIn.P384_KEY, GithubStandIn.BROKEN_KEY, "unknown", ""})
    void aKeyThatIsNoneIsNot(String id) {
        assertThat(signatures.isGood(id, github.sign(BODY), BODY)).isFalse();
    }

    @Test
    void unknownKeysAreAskedForOnceAMinuteWhateverComes() {
        for (int i = 0; i < 20; i++) {
            assertThat(signatures.isGood("made-up-" + i, github.sign(BODY), BODY))
                    .isFalse();
        }
        assertThat(github.fetches).hasValue(1);

        KeyPair next = GithubStandIn.pair("secp256r1");
        github.publish("key-2", next.getPublic());
        clock.advance(Duration.ofSeconds(59));
        assertThat(signatures.isGood("key-2", GithubStandIn.sign(BODY, next), BODY))
                .isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signatures.isGood("key-2", GithubStandIn.sign(BODY, next), BODY))
                .isTrue();
        assertThat(signatures.isGood(GithubStandIn.KEY, github.sign(BODY), BODY))
                .as("merged, not replaced")
                .isTrue();
        assertThat(github.fetches).hasValue(2);
    }

    @Test
    void reportsThatComeTogetherShareOneFetch() throws Exception {
        String signature = github.sign(BODY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> reports = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> signatures.isGood(GithubStandIn.KEY, signature, BODY)))
                    .toList();
            for (Future<Boolean> report : reports) {
                assertThat(report.get()).isTrue();
            }
        }
        assertThat(github.fetches).hasValue(1);
    }

    @Test
    void aFetchThatFailsRefusesAndIsTriedAgainAMinuteLater() {
        github.status = 503;
        assertThat(signatures.isGood(GithubStandIn.KEY, github.sign(BODY), BODY))
                .isFalse();
        github.status = 200;
        assertThat(signatures.isGood(GithubStandIn.KEY, github.sign(BODY), BODY))
                .isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(signatures.isGood(GithubStandIn.KEY, github.sign(BODY), BODY))
                .isTrue();
    }

    @Test
    void withoutVerificationEverythingPasses() {
        ReportSignature open =
                new ReportSignature(new GithubKeys(URI.create(github.keysUrl()), JsonMapper.shared(), clock), false);
        assertThat(open.isGood(null, null, BODY)).isTrue();
        assertThat(github.fetches).hasValue(0);
    }
}
