package dev.kiwi.command.token;

import static dev.kiwi.command.token.TokenFixture.NOW;
import static dev.kiwi.command.token.TokenFixture.OTHER;
import static dev.kiwi.command.token.TokenFixture.OWNER;
import static dev.kiwi.command.token.TokenFixture.minted;
import static dev.kiwi.command.token.TokenFixture.refusal;
import static dev.kiwi.command.token.TokenFixture.rotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.token.DisableToken;
import dev.kiwi.api.token.EnableToken;
import dev.kiwi.api.token.RetireOldSecret;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.RotateToken;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.token.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rotation, with and without an overlap, and the end of an overlap. */
class RotateTokenTest {
    private static final Instant SOON = NOW.plusSeconds(3600);

    private final TokenFixture fixture = new TokenFixture();

    private static RotateToken rotate(Duration overlap) {
        return new RotateToken("t1", OWNER, "kiwi_second", "hash-2", overlap);
    }

    @Test
    void givenATokenWhenRotatedThenTheOldSecretOpensNothing() {
        fixture.held("token_hash/hash-1");
        fixture.token
                .given(minted())
                .when(rotate(Duration.ZERO))
                .expectEvents(new TokenRotated("t1", OWNER, "kiwi_second", "hash-2", null, NOW))
                .expectResultMessagePayload(
                        new TokenState("my bot", "kiwi_second", List.of("10.0.0.0/8"), false, NOW, null));
        assertThat(fixture.claims.held()).containsOnlyKeys("token_hash/hash-2");
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenATokenWhenRotatedWithAnOverlapThenBothSecretsAreHeld() {
        fixture.held("token_hash/hash-1");
        fixture.token
                .given(minted())
                .when(rotate(Duration.ofHours(1)))
                .expectEvents(rotated(NOW, SOON))
                .expectResultMessagePayload(
                        new TokenState("my bot", "kiwi_second", List.of("10.0.0.0/8"), false, NOW, SOON));
        assertThat(fixture.claims.held()).containsOnlyKeys("token_hash/hash-2", "old_token_hash/hash-1");
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenAnOverlapWhenRotatedAgainThenTheFirstSecretEndsAtOnce() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        fixture.token
                .given(minted(), rotated(NOW, SOON))
                .when(new RotateToken("t1", OWNER, "kiwi_third", "hash-3", Duration.ofHours(1)))
                .expectEvents(
                        new OldSecretRetired("t1", NOW),
                        new TokenRotated("t1", OWNER, "kiwi_third", "hash-3", SOON, NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("token_hash/hash-3", "old_token_hash/hash-2");
        assertThat(fixture.announced).containsExactlyInAnyOrder("hash-1", "hash-2");
    }

    @Test
    void givenAnOverlapWhenRevokedThenBothSecretsOpenNothing() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        fixture.token
                .given(minted(), rotated(NOW, SOON))
                .when(new RevokeToken("t1", OWNER, "lost"))
                .expectEvents(new TokenRevoked("t1", "lost", NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1", "shut_token_hash/hash-2");
        assertThat(fixture.announced).containsExactlyInAnyOrder("hash-1", "hash-2");
    }

    @Test
    void givenAnOverlapWhenDisabledAndEnabledThenBothSecretsAreShutAndOpenedAgain() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        fixture.token
                .given(minted(), rotated(NOW, SOON))
                .when(new DisableToken("t1", OWNER))
                .expectEvents(new TokenDisabled("t1", NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1", "shut_token_hash/hash-2");

        TokenFixture later = new TokenFixture();
        later.held("shut_token_hash/hash-2", "shut_token_hash/hash-1");
        later.token
                .given(minted(), rotated(NOW, SOON), new TokenDisabled("t1", NOW))
                .when(new EnableToken("t1", OWNER))
                .expectEvents(new TokenEnabled("t1", NOW));
        assertThat(later.claims.held()).containsOnlyKeys("token_hash/hash-2", "old_token_hash/hash-1");
    }

    @Test
    void givenADisabledTokenWhenRotatedThenItStaysShut() {
        fixture.held("shut_token_hash/hash-1");
        fixture.token
                .given(minted(), new TokenDisabled("t1", NOW))
                .when(rotate(Duration.ofHours(1)))
                .expectEvents(rotated(NOW, SOON));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1", "shut_token_hash/hash-2");
    }

    @Test
    void givenATokenThatHasEndedWhenRotatedThenItGetsASecretAndStaysEnded() {
        fixture.token
                .given(minted(NOW.minusSeconds(1)))
                .when(rotate(Duration.ZERO))
                .expectEvents(rotated(NOW, null));
    }

    @Test
    void givenSomebodyElsesOrARevokedTokenThenItIsNotRotated() {
        fixture.token
                .given(minted())
                .when(new RotateToken("t1", OTHER, "kiwi_second", "hash-2", Duration.ZERO))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.NOT_FOUND));
        new TokenFixture()
                .token
                .given(minted(), new TokenRevoked("t1", "gone", NOW))
                .when(rotate(Duration.ZERO))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenAnOverlapThatIsOverWhenRetiredThenTheOldSecretIsForgotten() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        fixture.token
                .given(minted(), rotated(NOW.minusSeconds(3601), NOW.minusMillis(1)))
                .when(new RetireOldSecret("t1"))
                .expectEvents(new OldSecretRetired("t1", NOW))
                .expectResultMessagePayload(true);
        assertThat(fixture.claims.held()).containsOnlyKeys("token_hash/hash-2");
    }

    @Test
    void givenAnOverlapThatGoesOnOrNoneWhenRetiredThenNothingHappens() {
        fixture.token
                .given(minted(), rotated(NOW.minusSeconds(3600), NOW))
                .when(new RetireOldSecret("t1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        new TokenFixture()
                .token
                .given(minted(), rotated(NOW.minusSeconds(9), null))
                .when(new RetireOldSecret("t1"))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }
}
