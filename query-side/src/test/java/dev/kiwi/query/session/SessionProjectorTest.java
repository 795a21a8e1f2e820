package dev.kiwi.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.session.SessionProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionProjectorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "session", "projection/session.sql", SessionProjector::new);

    @Test
    void givenSessionsThenEachIsARowThatKnowsItsRefreshToken() {
        open("s1", "ada");
        model.apply("session:s1", new SessionRevoked("s1", "ada", NOW));
        open("s2", "ada");
        assertThat(rows())
                .containsExactly(
                        Map.of("id", "s1", "refresh_token_hash", "hash s1", "revoked", true),
                        Map.of("id", "s2", "refresh_token_hash", "hash s2", "revoked", false));
    }

    @Test
    void givenAnErasedAccountThenItsSessionsAreGone() {
        open("s1", "ada");
        open("s2", "bob");
        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThat(rows()).extracting(row -> row.get("id")).containsExactly("s2");
    }

    private void open(String id, String owner) {
        model.apply(
                "session:" + id,
                new SessionOpened(id, owner, "hash " + id, "Firefox on Linux", NOW, NOW.plusSeconds(99)));
    }

    private List<Map<String, Object>> rows() {
        return model.jdbc()
                .sql("select id, refresh_token_hash, revoked from session order by id")
                .query()
                .listOfRows();
    }
}
