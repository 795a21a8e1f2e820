package dev.kiwi.command.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.token.TokenState;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** A token of one owner, minted ninety days before the tests' present, and the claims that it holds. */
final class TokenFixture {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant MINTED = NOW.minus(Duration.ofDays(90));
    static final String OWNER = "a".repeat(24);
    static final String OTHER = "b".repeat(24);

    final RecordedClaims claims = new RecordedClaims();
    final List<String> announced = new ArrayList<>();
    final Map<String, Instant> uses = new HashMap<>();
    Instant countedSince = MINTED;
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final AggregateTestFixture<ApiToken> token = new AggregateTestFixture<>(ApiToken.class);

    TokenFixture() {
        token.registerInjectableResource(claims);
        token.registerInjectableResource((TokenChanges) announced::add);
        token.registerInjectableResource(new TokenUses() {
            @Override
            public Optional<Instant> lastUse(String id) {
                return Optional.ofNullable(uses.get(id));
            }

            @Override
            public Instant countedSince() {
                return countedSince;
            }
        });
        token.registerInjectableResource(clock);
    }

    /** Puts claims there that earlier commands have taken. */
    void held(String... kindsAndHashes) {
        for (String claim : kindsAndHashes) {
            String[] parts = claim.split("/");
            claims.claim(parts[0], parts[1], "token:t1");
        }
    }

    static TokenMinted minted() {
        return minted(null);
    }

    static TokenMinted minted(@Nullable Instant expiresAt) {
        return new TokenMinted(
                "t1", OWNER, "my bot", "kiwi_first", "hash-1", 5, List.of("10.0.0.0/8"), MINTED, expiresAt);
    }

    static TokenRotated rotated(Instant at, @Nullable Instant oldUntil) {
        return new TokenRotated("t1", OWNER, "kiwi_second", "hash-2", oldUntil, at);
    }

    static TokenState state(boolean disabled) {
        return new TokenState("my bot", "kiwi_first", List.of("10.0.0.0/8"), disabled, null, null);
    }

    static Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }
}
