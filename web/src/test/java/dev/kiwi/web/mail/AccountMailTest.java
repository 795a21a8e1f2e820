package dev.kiwi.web.mail;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.mail.Bounces;
import dev.kiwi.projection.machinery.AppliedPositions;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The ways of an account that go through a mailbox: what is asked for arrives, and its link works. */
@ExtendWith(WithKiwi.class)
class AccountMailTest {
    private static final String NEW = "another password of the tests";
    private static final Pattern LINK = Pattern.compile("https://api\\.aallyn\\.net(/auth/\\S+)");

    private final RunningKiwi kiwi;

    AccountMailTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private static String freshEmail() {
        return "m" + new ObjectId().toHexString() + "@kiwi.example";
    }

    private String mail(String address, String subject) {
        MimeMessage message = await().atMost(Duration.ofSeconds(20))
                .until(() -> of(address, subject), found -> found.size() == 1)
                .getFirst();
        try {
            BodyPart text = ((MimeMultipart) message.getContent()).getBodyPart(0);
            return text.getContent().toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<MimeMessage> of(String address, String subject) {
        return kiwi.mailTo(address).stream()
                .filter(message -> {
                    try {
                        return message.getSubject().equals(subject);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** Path and token, as the mail says. */
    private String link(String address, String subject) {
        Matcher link = LINK.matcher(mail(address, subject));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void open(String link) {
        kiwi.client().get().uri(link).exchange().expectStatus().isOk();
    }

    private void login(String email, String password, int status) {
        json(
                kiwi.client()
                        .post()
                        .uri("/auth/login")
                        .bodyValue(Map.of("email", email, "password", password))
                        .exchange(),
                status);
    }

    private JsonNode post(String path, Object body) {
        return json(kiwi.client().post().uri(path).bodyValue(body));
    }

    @Test
    void whoSignsUpIsMailedALinkThatLetsThemIn() {
        String email = freshEmail();
        post("/auth/signup", Map.of("email", email, "password", RunningKiwi.PASSWORD));
        login(email, RunningKiwi.PASSWORD, 403);
        open(link(email, "Confirm your email address"));
        login(email, RunningKiwi.PASSWORD, 200);
    }

    @Test
    void aForgottenPasswordIsReplacedThroughTheMailbox() {
        Account owner = kiwi.account();
        post("/auth/forgot-password", Map.of("email", owner.email()));
        String link = link(owner.email(), "Choose a new password");
        post("/auth/reset-password", Map.of("token", link.substring(link.indexOf('=') + 1), "new_password", NEW));
        login(owner.email(), NEW, 200);
        assertThat(of(owner.email(), "Your password was changed")).isEmpty();
    }

    @Test
    void aNewAddressConfirmsAndTheOldOneIsTold() {
        Account owner = kiwi.account();
        String address = freshEmail();
        json(kiwi.with(owner.session())
                .post()
                .uri("/auth/change-email")
                .bodyValue(Map.of("new_email", address, "password", RunningKiwi.PASSWORD)));
        open(link(address, "Confirm your new email address"));
        assertThat(mail(owner.email(), "The email address of your account was changed"))
                .contains(address);
        login(address, RunningKiwi.PASSWORD, 200);
    }

    @Test
    void whoChangesThePasswordIsTold() {
        Account owner = kiwi.account();
        json(kiwi.with(owner.session())
                .post()
                .uri("/auth/change-password")
                .bodyValue(Map.of("current_password", RunningKiwi.PASSWORD, "new_password", NEW)));
        assertThat(mail(owner.email(), "Your password was changed")).contains("every other session");
    }

    @Test
    void anAddressThatRefusesMailIsMarkedAndGetsNoMore() {
        Account owner = kiwi.account();
        kiwi.part(Bounces.class).refused(owner.id(), "another@kiwi.example");
        kiwi.part(Bounces.class).refused(owner.id(), owner.email());
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select count(*) from es.event where aggregate_identifier = ?"
                                + " and payload_type = 'account.EmailBounced'")
                        .param("account:" + owner.id())
                        .query(Long.class)
                        .single())
                .as("the other address is not the account's")
                .isEqualTo(1);

        kiwi.mint(owner, Map.of("name", "bot"));
        long position = JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select max(global_index) from es.event")
                .query(Long.class)
                .single();
        assertThat(kiwi.part(AppliedPositions.class)
                        .await(List.of("mail"), position, Duration.ofSeconds(20))
                        .join())
                .isTrue();
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select count(*) from mail.message where account_id = ?")
                        .param(owner.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
