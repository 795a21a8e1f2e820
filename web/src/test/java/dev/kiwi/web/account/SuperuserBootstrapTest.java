package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.SuperuserBootstrap;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a start does with ADMIN_EMAIL and ADMIN_PASSWORD (platform.md 20). */
@ExtendWith(WithKiwi.class)
class SuperuserBootstrapTest {
    private static final String NEW_PASSWORD = "another of the operator";

    private final RunningKiwi kiwi;
    private final SuperuserBootstrap bootstrap;

    SuperuserBootstrapTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.bootstrap = kiwi.part(SuperuserBootstrap.class);
    }

    private String start(String email, String password) {
        String account = bootstrap.ensureAccount(email, password);
        bootstrap.ensureSuperuser(account, password);
        return account;
    }

    private ResponseSpec login(String email, String password) {
        return kiwi.client()
                .post()
                .uri("/auth/login")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange();
    }

    private JsonNode me(String email, String password) {
        String session = json(login(email, password), 200).path("access_token").stringValue();
        return json(kiwi.with(session).get().uri("/auth/me"));
    }

    /** In the store itself; no read model has to have caught up. */
    private long events(String account) {
        return JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select count(*) from es.event where aggregate_identifier = ?")
                .param("account:" + account)
                .query(Long.class)
                .single();
    }

    @Test
    void aMissingAccountIsMadeAVerifiedAdministrator() {
        String email = freshEmail();
        start(email, PASSWORD);
        JsonNode me = me(email, PASSWORD);
        assertThat(me.path("is_superuser").booleanValue()).isTrue();
        assertThat(me.path("is_verified").booleanValue()).isTrue();
        assertThat(me.path("display_name").stringValue()).isEqualTo("Administrator");
    }

    @Test
    void anotherStartChangesNothing() {
        String email = freshEmail();
        String account = start(email, PASSWORD);
        long before = events(account);
        assertThat(before).isPositive();
        assertThat(start(email, PASSWORD)).isEqualTo(account);
        assertThat(events(account)).isEqualTo(before);
    }

    @Test
    void anExistingAccountIsPromotedAndKeepsItsSessionsWithItsPassword() {
        Account account = kiwi.account();
        start(account.email(), PASSWORD);
        assertThat(json(kiwi.with(account.session()).get().uri("/admin/pending"))
                        .has("counts"))
                .isTrue();
    }

    @Test
    void theEnvironmentsPasswordWinsAndEndsEverySession() {
        Account account = kiwi.account();
        start(account.email(), NEW_PASSWORD);
        json(kiwi.with(account.session()).get().uri("/auth/me").exchange(), 401);
        json(login(account.email(), PASSWORD), 401);
        assertThat(me(account.email(), NEW_PASSWORD).path("is_superuser").booleanValue())
                .isTrue();
    }

    @Test
    void whatIsNotVerifiedStaysSo() {
        String email = freshEmail();
        String hash = kiwi.part(PasswordHasher.class).hash(PASSWORD).join();
        String id = new ObjectId().toHexString();
        kiwi.send(new RegisterAccount(id, EmailAddress.parse(email).orElseThrow(), null, hash, false, false));
        assertThat(start(email, PASSWORD)).isEqualTo(id);
        assertThat(json(login(email, PASSWORD), 403).at("/error/code").stringValue())
                .isEqualTo("email_unverified");
    }
}
