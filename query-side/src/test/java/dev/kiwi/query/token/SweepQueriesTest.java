package dev.kiwi.query.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.FindEndedOverlaps;
import dev.kiwi.api.token.FindExpiringTokens;
import dev.kiwi.api.token.FindInactiveTokens;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.token.TokenProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "token", "projection/token.sql", TokenProjector::new);
    private final SweepQueries queries = new SweepQueries(model.dataSource());

    @BeforeEach
    void useTable() {
        UseTable.create(model.dataSource());
    }

    @Test
    void inactiveAreThoseThatWereNeitherUsedNorMintedNorRotatedSince() {
        mint("t1", NOW.minusSeconds(9), null);
        mint("t2", NOW, null);
        mint("t3", NOW.minusSeconds(9), null);
        UseTable.used(model.dataSource(), "t3", 1, NOW.minusSeconds(8));
        mint("t4", NOW.minusSeconds(9), null);
        UseTable.used(model.dataSource(), "t4", 1, NOW);
        mint("t5", NOW.minusSeconds(9), null);
        rotate("t5", null, NOW);
        mint("t6", NOW.minusSeconds(9), null);
        revoke("t6");
        assertThat(queries.find(new FindInactiveTokens(NOW)).ids()).containsExactly("t1", "t3");
    }

    @Test
    void expiringAreThoseThatEndInTimeAndWhoseOwnerWasNotTold() {
        mint("t1", NOW, NOW.plusSeconds(60));
        mint("t2", NOW, NOW.plusSeconds(61));
        mint("t3", NOW, null);
        mint("t4", NOW, NOW.minusMillis(1));
        mint("t5", NOW, NOW);
        mint("t6", NOW, NOW.plusSeconds(9));
        model.apply("token:t6", new ExpiryWarned("t6", "ada", 0, NOW));
        mint("t7", NOW, NOW.plusSeconds(9));
        revoke("t7");
        assertThat(queries.find(new FindExpiringTokens(NOW, NOW.plusSeconds(60)))
                        .ids())
                .containsExactly("t1", "t5");
        rotate("t6", null, NOW);
        assertThat(queries.find(new FindExpiringTokens(NOW, NOW.plusSeconds(60)))
                        .ids())
                .as("a new secret, a new warning")
                .containsExactly("t1", "t5", "t6");
    }

    @Test
    void endedOverlapsAreThoseThatNobodyHasRetired() {
        mint("t1", NOW, null);
        rotate("t1", NOW.plusSeconds(5), NOW);
        mint("t2", NOW, null);
        rotate("t2", NOW.plusSeconds(6), NOW);
        mint("t3", NOW, null);
        rotate("t3", NOW.plusSeconds(5), NOW);
        model.apply("token:t3", new OldSecretRetired("t3", NOW));
        mint("t4", NOW, null);
        assertThat(queries.find(new FindEndedOverlaps(NOW.plusSeconds(6))).ids())
                .containsExactly("t1");
    }

    private void mint(String id, Instant at, @Nullable Instant end) {
        model.apply("token:" + id, new TokenMinted(id, "ada", "bot", "kiwi_a", "hash " + id, 0, List.of(), at, end));
    }

    private void rotate(String id, @Nullable Instant oldUntil, Instant at) {
        model.apply("token:" + id, new TokenRotated(id, "ada", "kiwi_b", "new hash " + id, oldUntil, at));
    }

    private void revoke(String id) {
        model.apply("token:" + id, new TokenRevoked(id, "gone", NOW));
    }
}
