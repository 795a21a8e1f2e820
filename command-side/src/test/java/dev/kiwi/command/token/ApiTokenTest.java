package dev.kiwi.command.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.api.token.MintedToken;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String OWNER = "a".repeat(24);
    private static final String OTHER = "b".repeat(24);

    private final RecordedClaims claims = new RecordedClaims();
    private final List<String> announced = new ArrayList<>();
    private AggregateTestFixture<ApiToken> token;

    @BeforeEach
    void fixture() {
        token = new AggregateTestFixture<>(ApiToken.class);
        token.registerInjectableResource(claims);
        token.registerInjectableResource((TokenChanges) announced::add);
        token.registerInjectableResource((TokenUses) tokenId -> Optional.empty());
        token.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void givenNothingWhenMintedThenItsHashIsClaimedAndItsAllowlistIsCanonical() {
        token.givenNoPriorActivity()
                .when(mint(5, List.of(" 10.1.2.3/8 ", "", "2001:DB8::1"), Duration.ofDays(30)))
                .expectResultMessagePayload(
                        new MintedToken(List.of("10.0.0.0/8", "2001:db8::1"), NOW, NOW.plus(Duration.ofDays(30))))
                .expectEvents(minted(5, List.of("10.0.0.0/8", "2001:db8::1"), NOW.plus(Duration.ofDays(30))));
        assertThat(claims.held()).containsEntry("token_hash/hash-1", "token:t1");
    }

    @Test
    void givenNoLifetimeWhenMintedThenItNeverExpires() {
        token.givenNoPriorActivity().when(mint(0, List.of(), null)).expectEvents(minted(0, List.of(), null));
    }

    @Test
    void givenAScopeThatNobodyHasWhenMintedThenRefused() {
        token.givenNoPriorActivity()
                .when(mint(1 << 15, List.of(), null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenSomethingThatIsNoAddressWhenMintedThenRefused() {
        token.givenNoPriorActivity()
                .when(mint(0, List.of("example.com"), null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenFiftyOneAddressesWhenMintedThenRefusedAndGivenFiftyThenNot() {
        token.givenNoPriorActivity().when(mint(0, addresses(51), null)).expectException(refusal(ErrorCode.BAD_REQUEST));
        fixture();
        token.givenNoPriorActivity().when(mint(0, addresses(50), null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void givenTheSameAddressOftenWhenMintedThenItCountsOnce() {
        token.givenNoPriorActivity()
                .when(mint(0, Collections.nCopies(60, "10.0.0.1"), null))
                .expectEvents(minted(0, List.of("10.0.0.1"), null));
    }

    @Test
    void givenATokenWhenItsOwnerRevokesItThenItsHashOpensNothingAndEveryNodeHears() {
        claims.claim("token_hash", "hash-1", "token:t1");
        token.given(minted(0, List.of(), null))
                .when(new RevokeToken("t1", OWNER, "no longer used"))
                .expectResultMessagePayload(new Revocation("no longer used", NOW))
                .expectEvents(new TokenRevoked("t1", "no longer used", NOW));
        assertThat(claims.held()).containsExactly(Map.entry("shut_token_hash/hash-1", "token:t1"));
        assertThat(announced).containsExactly("hash-1");
    }

    @Test
    void givenARevokedTokenWhenRevokedAgainThenTheFirstReasonStays() {
        token.given(minted(0, List.of(), null), new TokenRevoked("t1", "first", NOW.minusSeconds(60)))
                .when(new RevokeToken("t1", OWNER, "second"))
                .expectNoEvents()
                .expectResultMessagePayload(new Revocation("first", NOW.minusSeconds(60)));
    }

    @Test
    void givenATokenWhenSomebodyElseRevokesItThenItIsNotThere() {
        token.given(minted(0, List.of(), null))
                .when(new RevokeToken("t1", OTHER, "mine now"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenATokenWhenAnAdministratorRevokesItThenItIsRevoked() {
        token.given(minted(0, List.of(), null))
                .when(new RevokeToken("t1", null, "Revoked by an administrator"))
                .expectEvents(new TokenRevoked("t1", "Revoked by an administrator", NOW));
    }

    @Test
    void givenATokenWhenRevokedWithoutAReasonThenRefused() {
        token.given(minted(0, List.of(), null))
                .when(new RevokeToken("t1", OWNER, ""))
                .expectException(refusal(ErrorCode.VALIDATION_ERROR));
    }

    private static MintToken mint(long scopes, List<String> allowedIps, Duration lifetime) {
        return new MintToken("t1", OWNER, "my bot", "kiwi_abcdefgh", "hash-1", scopes, allowedIps, lifetime);
    }

    private static TokenMinted minted(long scopes, List<String> allowedIps, Instant expiresAt) {
        return new TokenMinted("t1", OWNER, "my bot", "kiwi_abcdefgh", "hash-1", scopes, allowedIps, NOW, expiresAt);
    }

    private static List<String> addresses(int count) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add("10.0.0." + i);
        }
        return addresses;
    }

    private static org.hamcrest.Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }
}
