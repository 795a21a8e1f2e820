package dev.kiwi.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.account.AccountProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "account", "projection/account.sql", AccountProjector::new);
    private final AccountQueries queries = new AccountQueries(model.dataSource());

    @Test
    void givenARegisteredAccountThenItIsFound() {
        register("ada@example.com");
        assertThat(queries.find(new FindAccount("ada")))
                .isEqualTo(new AccountView("ada", "ada@example.com", "Ada", true, false, false, List.of(), NOW, null));
    }

    @Test
    void givenASessionThenItsStartIsTheLastLogin() {
        register("ada@example.com");
        model.apply(
                "session:s1", new SessionOpened("s1", "ada", "hash", null, NOW.plusSeconds(7), NOW.plusSeconds(99)));
        assertThat(queries.find(new FindAccount("ada")).lastLoginAt()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void givenARightAndANewPasswordThenTheRowFollows() {
        register("ada@example.com");
        model.apply("account:ada", new SuperuserGranted("ada", NOW.plusSeconds(1)));
        model.apply("account:ada", new PasswordReplaced("ada", "$argon2id$", 3, NOW.plusSeconds(2)));
        assertThat(queries.find(new FindAccount("ada")).superuser()).isTrue();
        assertThat(model.jdbc()
                        .sql("select token_version from account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void givenAnErasedAccountThenItIsGoneAlsoWhenReplayedWithoutItsKey() {
        register(null);
        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThatThrownBy(() -> queries.find(new FindAccount("ada"))).isInstanceOf(Refusal.class);
    }

    private void register(String email) {
        model.apply(
                "account:ada",
                new AccountRegistered("ada", email, "fingerprint", "Ada", "$argon2id$", false, false, NOW));
    }
}
