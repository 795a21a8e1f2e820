package dev.kiwi.web.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.gate.Credentials.ResolvedToken;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token's text against claims and a read model that stand still. */
class TokenCredentialsTest {
    private static final String OWNER = "a".repeat(24);
    private static final String ID = "b".repeat(24);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final TokenText token = TokenText.mint("kiwi", new SecureRandom());
    private final CountedClaims claims = new CountedClaims();
    private final Positions positions = new Positions();
    private final MovableClock clock = new MovableClock(NOW);
    private final BlockingWork blocking = new BlockingWork();
    private TokenView view = view(null, null);

    private final TokenCredentials credentials = new TokenCredentials(
            "kiwi",
            claims,
            new ReadModels(new Queries(), positions),
            new CredentialCache<>(new StandInInvalidations(), Duration.ofMinutes(5), 100),
            blocking,
            clock);

    @AfterEach
    void stop() {
        blocking.close();
    }

    private @Nullable ResolvedToken resolve(String text) {
        return credentials.resolve(text).block();
    }

    private static TokenView view(@Nullable Instant oldUntil, @Nullable Instant end) {
        return new TokenView(ID, OWNER, "bot", "kiwi_a", 0, List.of(), false, null, NOW, null, null, oldUntil, end, 0);
    }

    @Test
    void anyOtherDigitInAnyPlaceIsRefusedWithoutALookUp() {
        claims.hold("token_hash", token.hash(), 1);
        String text = token.text();
        for (int place = "kiwi_".length(); place < text.length(); place++) {
            for (char digit : "aZ09".toCharArray()) {
                if (text.charAt(place) != '_' && text.charAt(place) != digit) {
                    assertThat(resolve(text.substring(0, place) + digit + text.substring(place + 1)))
                            .isNull();
                }
            }
        }
        assertThat(claims.asked).isEmpty();
        assertThat(resolve(text)).isNotNull();
        assertThat(claims.asked).isNotEmpty();
    }

    @Test
    void aMadeUpTokenIsLookedUpAndRefused() {
        assertThat(resolve(TokenText.mint("kiwi", new SecureRandom()).text())).isNull();
        assertThat(claims.asked).hasSize(2);
    }

    @Test
    void aShutClaimOpensNothing() {
        claims.hold("shut_token_hash", token.hash(), 1);
        assertThat(resolve(token.text())).isNull();
    }

    @Test
    void aTokenOfBeforeItsAccountWasTakenOverOpensNothing() {
        claims.hold("token_hash", token.hash(), 7);
        claims.accountIs(8);
        assertThat(resolve(token.text())).isNull();
        claims.accountIs(7);
        // What was found to open nothing is forgotten by another thread, a moment later.
        Awaitility.await().until(() -> resolve(token.text()) != null);
    }

    @Test
    void aReadModelThatIsBehindTheClaimIsNotBelieved() {
        claims.hold("token_hash", token.hash(), 7);
        positions.applied = 6;
        assertThatThrownBy(() -> resolve(token.text()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        positions.applied = 7;
        // The failed look-up is forgotten by another thread, a moment after it has failed.
        Awaitility.await().ignoreExceptionsInstanceOf(Refusal.class).until(() -> resolve(token.text()) != null);
    }

    @Test
    void anOldSecretWorksUntilItsOverlapIsOverAlsoWhenItIsRemembered() {
        claims.hold("old_token_hash", token.hash(), 7);
        view = view(NOW.plusSeconds(60), null);
        assertThat(resolve(token.text())).isNotNull();
        clock.advance(Duration.ofSeconds(60));
        assertThat(resolve(token.text())).isNotNull();
        clock.advance(Duration.ofMillis(1));
        assertThat(resolve(token.text())).isNull();
    }

    @Test
    void anOldSecretEndsWithItsToken() {
        claims.hold("old_token_hash", token.hash(), 7);
        view = view(NOW.plusSeconds(60), NOW.plusSeconds(30));
        clock.advance(Duration.ofSeconds(31));
        assertThat(resolve(token.text())).isNull();
    }

    @Test
    void anOldSecretThatWasRetiredMeanwhileIsRefused() {
        claims.hold("old_token_hash", token.hash(), 7);
        assertThat(resolve(token.text())).isNull();
    }

    private static final class CountedClaims implements Claims {
        final List<String> asked = new ArrayList<>();
        private final Map<String, Claimed> held = new HashMap<>();

        CountedClaims() {
            accountIs(0);
        }

        /** @param since position of its claim */
        void accountIs(long since) {
            held.put("account/" + OWNER, new Claimed("account:" + OWNER, since));
        }

        void hold(String kind, String value, long position) {
            held.put(kind + "/" + value, new Claimed("token:" + ID, position));
        }

        @Override
        public Optional<Claimed> find(String kind, String value) {
            asked.add(kind);
            return Optional.ofNullable(held.get(kind + "/" + value));
        }

        @Override
        public void require(String kind, String value, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> heldBy(String kind, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void claim(String kind, String value, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String kind, String value) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Positions implements AppliedPositions {
        long applied = 100;

        @Override
        public long applied(String projection) {
            return applied;
        }

        @Override
        public CompletableFuture<Boolean> await(Collection<String> projections, long position, Duration atMost) {
            return CompletableFuture.completedFuture(applied >= position);
        }
    }

    private final class Queries implements QueryDispatcher {
        @Override
        public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
            Object answer = query instanceof FindToken
                    ? view
                    : new AccountView(OWNER, "e", null, true, true, false, List.of(), NOW, null);
            return CompletableFuture.completedFuture(resultType.cast(answer));
        }
    }
}
