package dev.kiwi.query.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.token.TokenProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "token", "projection/token.sql", TokenProjector::new);
    private final TokenQueries queries = new TokenQueries(model.dataSource());

    @BeforeEach
    void useTable() {
        UseTable.create(model.dataSource());
    }

    @Test
    void givenAMintedTokenThenItIsFoundAsItWasMinted() {
        mint("t1", "ada", 5, List.of("10.0.0.0/8"), NOW, NOW.plusSeconds(60));
        assertThat(queries.find(new FindToken("t1")))
                .isEqualTo(new TokenView(
                        "t1",
                        "ada",
                        "name t1",
                        "kiwi_t1",
                        5,
                        List.of("10.0.0.0/8"),
                        false,
                        null,
                        NOW,
                        null,
                        null,
                        null,
                        NOW.plusSeconds(60),
                        0));
    }

    @Test
    void givenARevokedTokenThenReasonAndTimeShow() {
        mint("t1", "ada", 0, List.of(), NOW, null);
        model.apply("token:t1", new TokenRevoked("t1", "no longer used", NOW.plusSeconds(5)));
        assertThat(queries.find(new FindToken("t1")).revocation())
                .isEqualTo(new Revocation("no longer used", NOW.plusSeconds(5)));
    }

    @Test
    void givenAnEditedTokenThenNameAndAllowlistAreTheNewOnes() {
        mint("t1", "ada", 0, List.of("10.0.0.0/8"), NOW, null);
        model.apply("token:t1", new TokenEdited("t1", "ada", "renamed", List.of("::1", "192.0.2.0/24"), NOW));
        TokenView token = queries.find(new FindToken("t1"));
        assertThat(token.name()).isEqualTo("renamed");
        assertThat(token.allowedIps()).containsExactly("::1", "192.0.2.0/24");
    }

    @Test
    void givenADisabledTokenThenItShowsUntilItIsEnabled() {
        mint("t1", "ada", 0, List.of(), NOW, null);
        model.apply("token:t1", new TokenDisabled("t1", NOW));
        assertThat(queries.find(new FindToken("t1")).disabled()).isTrue();
        model.apply("token:t1", new TokenEnabled("t1", NOW));
        assertThat(queries.find(new FindToken("t1")).disabled()).isFalse();
    }

    @Test
    void givenARotatedTokenThenItsLastUseIsThatOfTheNewSecret() {
        mint("t1", "ada", 0, List.of(), NOW, null);
        used("t1", 7, NOW.plusSeconds(9));
        Instant rotated = NOW.plusSeconds(9);
        model.apply("token:t1", new TokenRotated("t1", "ada", "kiwi_new", "hash", rotated.plusSeconds(60), rotated));
        TokenView token = queries.find(new FindToken("t1"));
        assertThat(token.prefix()).isEqualTo("kiwi_new");
        assertThat(token.rotatedAt()).isEqualTo(rotated);
        assertThat(token.oldSecretUntil()).isEqualTo(rotated.plusSeconds(60));
        assertThat(token.lastUsedAt()).isNull();
        assertThat(token.requestCount()).isEqualTo(7);

        used("t1", 8, NOW.plusSeconds(10));
        model.apply("token:t1", new OldSecretRetired("t1", rotated.plusSeconds(61)));
        assertThat(queries.find(new FindToken("t1")).lastUsedAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(queries.find(new FindToken("t1")).oldSecretUntil()).isNull();
    }

    @Test
    void givenTokensOfTwoAccountsThenEachListsItsOwnOldestFirst() {
        mint("t2", "ada", 0, List.of(), NOW.plusSeconds(1), null);
        mint("t3", "ada", 0, List.of(), NOW, null);
        mint("t1", "bob", 0, List.of(), NOW, null);
        assertThat(queries.list(new ListTokens("ada")).items())
                .extracting(TokenView::id)
                .containsExactly("t3", "t2");
    }

    @Test
    void givenATokenThatWasUsedThenItsUseShows() {
        mint("t1", "ada", 0, List.of(), NOW, null);
        used("t1", 7, NOW.plusSeconds(9));
        assertThat(queries.find(new FindToken("t1")).requestCount()).isEqualTo(7);
        assertThat(queries.find(new FindToken("t1")).lastUsedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void givenAnErasedOwnerThenNothingOfTheTokenIsLeftAlsoWhenItsAllowlistCannotBeReadAnyMore() {
        mint("t1", "ada", 0, null, NOW, null);
        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThat(queries.list(new ListTokens("ada")).items()).isEmpty();
        assertThat(model.jdbc()
                        .sql("select count(*) from token")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnknownTokenIsNotFound() {
        assertThatThrownBy(() -> queries.find(new FindToken("nobody")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private void used(String id, long count, Instant at) {
        UseTable.used(model.dataSource(), id, count, at);
    }

    private void mint(String id, String owner, long scopes, List<String> ips, Instant at, Instant expires) {
        model.apply(
                "token:" + id,
                new TokenMinted(id, owner, "name " + id, "kiwi_" + id, "hash " + id, scopes, ips, at, expires));
    }
}
