package dev.kiwi.query.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountExport;
import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.ExportAccount;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.account.AccountProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        model.apply("account:ada", new PasswordReplaced("ada", "$argon2id$", 3, "changed", NOW.plusSeconds(2)));
        assertThat(queries.find(new FindAccount("ada")).superuser()).isTrue();
        assertThat(model.jdbc()
                        .sql("select token_version from account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void givenWhatItsOwnerDoesThenTheRowFollows() {
        register("ada@example.com");
        model.apply("account:ada", new ProfileChanged("ada", null, NOW.plusSeconds(1)));
        model.apply("account:ada", new EmailBounced("ada", NOW.plusSeconds(2)));
        model.apply("account:ada", new EmailVerified("ada", NOW.plusSeconds(3)));
        assertThat(queries.find(new FindAccount("ada")))
                .isEqualTo(new AccountView("ada", "ada@example.com", null, true, true, false, List.of(), NOW, null));
        assertThat(row()).containsEntry("email_bounced", true).containsEntry("updated_at", time(3));

        model.apply("account:ada", new SessionsVoided("ada", 1, NOW.plusSeconds(4)));
        assertThat(row()).containsEntry("token_version", 1).containsEntry("updated_at", time(4));

        model.apply(
                "account:ada",
                new EmailChanged("ada", "ada@example.com", "ada@new.example", "fingerprint", 2, NOW.plusSeconds(5)));
        assertThat(queries.find(new FindAccount("ada")).email()).isEqualTo("ada@new.example");
        assertThat(row())
                .containsEntry("email_bounced", false)
                .containsEntry("token_version", 2)
                .containsEntry("updated_at", time(5));
    }

    @Test
    void givenAGithubLinkThenTheAccountIsVerifiedAndTheExportShowsIt() {
        register("ada@example.com");
        assertThat(queries.export(new ExportAccount("ada")).githubLinked()).isFalse();
        model.apply("account:ada", new GithubLinked("ada", "583231", "fingerprint", false, NOW.plusSeconds(1)));
        assertThat(queries.export(new ExportAccount("ada")))
                .isEqualTo(new AccountExport("ada", "ada@example.com", "Ada", true, false, List.of(), true, NOW, null));
    }

    private Map<String, Object> row() {
        return model.jdbc()
                .sql("select email_bounced, token_version, updated_at from account")
                .query()
                .singleRow();
    }

    private static Timestamp time(int seconds) {
        return Timestamp.from(NOW.plusSeconds(seconds));
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
