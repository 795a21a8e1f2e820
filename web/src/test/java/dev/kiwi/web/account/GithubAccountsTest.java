package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.LinkGithub;
import dev.kiwi.api.account.RequestEmailChange;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.command.account.PasswordHasher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whose account a login at GitHub opens, platform.md 5 and ruling 4. */
@ExtendWith(WithKiwi.class)
class GithubAccountsTest {
    private static final String LINKED = "GitHub was linked to your account";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final GithubPerson person;

    GithubAccountsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
        this.person = new GithubPerson(kiwi);
    }

    /** Of the account that the person gets into. */
    private JsonNode loggedIn() {
        return me(session());
    }

    private String session() {
        return json(person.exchange(person.oneTimeCode()), 200)
                .path("access_token")
                .stringValue();
    }

    private JsonNode me(String session) {
        return calls.me(session);
    }

    private static String id(JsonNode account) {
        return account.path("id").stringValue();
    }

    private List<String> subjects(String address) {
        return kiwi.mailTo(address).stream().map(GithubAccountsTest::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> incidents(String session) {
        return json(kiwi.with(session).get().uri("/auth/security-events"))
                .valueStream()
                .map(incident -> incident.path("kind").stringValue())
                .toList();
    }

    private boolean githubLinked(String session) {
        return json(kiwi.with(session).get().uri("/auth/me/export"))
                .at("/user/github_linked")
                .booleanValue();
    }

    @Test
    void somebodyNewGetsAVerifiedAccount() {
        String session = session();
        JsonNode me = me(session);
        assertThat(me.path("email").stringValue()).isEqualTo(person.email);
        assertThat(me.path("display_name").stringValue()).isEqualTo("Ada");
        assertThat(me.path("is_verified").booleanValue()).isTrue();
        assertThat(me.path("is_superuser").booleanValue()).isFalse();
        assertThat(calls.events(id(me))).containsExactly("AccountRegistered", "GithubLinked");
        assertThat(githubLinked(session)).isTrue();
        // The sign-in is told after the link would have been.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !subjects(person.email).isEmpty());
        assertThat(subjects(person.email)).doesNotContain(LINKED);
        assertThat(incidents(session)).doesNotContain("github_linked");
    }

    @Test
    void theNumberCountsAlsoUnderAnotherAddress() {
        String first = id(loggedIn());
        person.knownByItsAddress(freshEmail());
        JsonNode second = loggedIn();
        assertThat(id(second)).isEqualTo(first);
        assertThat(second.path("email").stringValue()).isEqualTo(person.email);
        assertThat(calls.events(first)).hasSize(2);
    }

    @Test
    void theAccountOfTheAddressIsLinkedAndToldSo() {
        Account owner = kiwi.account();
        String token = kiwi.token(owner);
        person.knownByItsAddress(owner.email().toUpperCase(java.util.Locale.ROOT));
        String session = session();
        assertThat(id(me(session))).isEqualTo(owner.id());
        assertThat(calls.events(owner.id())).containsExactly("AccountRegistered", "GithubLinked");
        assertThat(githubLinked(session)).isTrue();
        assertThat(incidents(session)).contains("github_linked");
        assertThat(id(me(owner.session()))).as("its sessions stay").isEqualTo(owner.id());
        json(kiwi.with(token).get().uri("/v1/whoami"));
        json(calls.login(owner.email(), PASSWORD), 200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> subjects(owner.email()).contains(LINKED));
        loggedIn();
        assertThat(calls.events(owner.id())).as("once").hasSize(2);
    }

    @Test
    void whoeverGuessedAnAddressIsOutOnceItsOwnerComes() {
        String email = freshEmail();
        String id = calls.unverified(email);
        Account stranger = session(id);
        TokenText token = token(id);
        kiwi.send(new EnableSecondFactor(id, 10));
        String strangers = freshEmail();
        kiwi.send(new RequestEmailChange(id, EmailAddress.parse(strangers).orElseThrow()));
        String link = calls.link(EmailLinkPurpose.CHANGE_EMAIL, id, strangers);
        assertThat(id(me(stranger.session()))).isEqualTo(id);
        json(kiwi.with(token.text()).get().uri("/v1/whoami"));

        person.knownByItsAddress(email);
        String session = session();

        JsonNode me = me(session);
        assertThat(id(me)).isEqualTo(id);
        assertThat(me.path("is_verified").booleanValue()).isTrue();
        json(calls.login(email, PASSWORD), 401);
        json(kiwi.with(stranger.session()).get().uri("/auth/me").exchange(), 401);
        json(kiwi.with(token.text()).get().uri("/v1/whoami").exchange(), 401);
        calls.page(link, 400);
        assertThat(calls.events(id)).endsWith("PasswordReplaced", "GithubLinked");
        assertThat(json(kiwi.with(session).get().uri("/tokens"))
                        .at("/0/revoked")
                        .booleanValue())
                .isTrue();
        assertThat(json(kiwi.with(session).get().uri("/auth/sessions"))).hasSize(1);
        assertThat(json(kiwi.with(session).get().uri("/auth/second-factor"))
                        .path("enabled")
                        .booleanValue())
                .isFalse();
        json(kiwi.with(session).post().uri("/tokens").bodyValue(Map.of("name", "the owner's")));
    }

    @Test
    void aPasskeyOfWhoeverGuessedIsGoneOnceTheOwnerComes() {
        String email = freshEmail();
        String id = calls.unverified(email);
        PasskeyCalls passkeys = new PasskeyCalls(kiwi);
        SoftAuthenticator strangers = new SoftAuthenticator();
        passkeys.added(session(id), strangers);
        JsonNode options = passkeys.toLogIn();

        person.knownByItsAddress(email);
        String session = session();

        assertThat(id(me(session))).isEqualTo(id);
        json(passkeys.logIn(options, strangers), 401);
        json(passkeys.logIn(strangers), 401);
        assertThat(json(kiwi.with(session).get().uri("/auth/passkeys"))).isEmpty();
        assertThat(json(kiwi.with(session).get().uri("/auth/second-factor"))
                        .path("enabled")
                        .booleanValue())
                .isFalse();
    }

    /** As after a crash between the link and the clearing. */
    @Test
    void whatALinkHasLeftBehindIsClearedByTheNextLogin() {
        String email = freshEmail();
        String id = calls.unverified(email);
        token(id);
        SoftAuthenticator strangers = new SoftAuthenticator();
        PasskeyCalls passkeys = new PasskeyCalls(kiwi);
        passkeys.added(session(id), strangers);
        kiwi.send(new EnableSecondFactor(id, 0));
        kiwi.send(new LinkGithub(
                id, Long.toString(person.id), EmailAddress.parse(email).orElseThrow(), PasswordHasher.unusable()));
        json(passkeys.logIn(strangers), 401);

        person.knownByItsAddress(email);
        String session = session();

        assertThat(id(me(session))).isEqualTo(id);
        assertThat(json(kiwi.with(session).get().uri("/auth/second-factor"))
                        .path("enabled")
                        .booleanValue())
                .isFalse();
        assertThat(json(kiwi.with(session).get().uri("/tokens"))
                        .at("/0/revoked")
                        .booleanValue())
                .isTrue();
    }

    /** A factor of the owner's own is asked for at each login. */
    @Test
    void theOwnersOwnFactorStays() {
        kiwi.send(new EnableSecondFactor(id(loggedIn()), 10));
        json(person.exchange(person.oneTimeCode()), 401);
    }

    private Account session(String accountId) {
        String sessionId = new ObjectId().toHexString();
        kiwi.send(new OpenSession(sessionId, accountId, 0, sessionId, null, Duration.ofDays(30), null));
        return kiwi.known(accountId, sessionId);
    }

    private TokenText token(String accountId) {
        TokenText text = TokenText.mint("kiwi", new SecureRandom());
        kiwi.send(new MintToken(
                new ObjectId().toHexString(), accountId, "stranger's", text.prefix(), text.hash(), 0, List.of(), null));
        return text;
    }

    @Test
    void aPasswordCanBeChosenLater() {
        String id = id(loggedIn());
        String link = calls.link(EmailLinkPurpose.RESET_PASSWORD, id, null);
        json(
                calls.post("/auth/reset-password", Map.of("token", AccountCalls.token(link), "new_password", PASSWORD)),
                200);
        json(calls.login(person.email, PASSWORD), 200);
    }

    @Test
    void loginsOfANewPersonAtOnceGetIntoOneAccount() {
        List<GithubPerson.Begun> begun = Stream.generate(person::begin).limit(4).toList();
        List<String> ids;
        // Not the common pool, by which the JDK's HTTP client hands its answers over.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> codes = begun.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> person.comeBack(one), threads))
                    .toList();
            ids = codes.stream()
                    .map(code -> code.join().substring("oauth=".length()))
                    .map(code -> json(person.exchange(code), 200)
                            .path("access_token")
                            .stringValue())
                    .map(session -> id(me(session)))
                    .toList();
        }
        assertThat(ids).hasSize(4).containsOnly(id(loggedIn()));
    }

    @Test
    void aDeletedAccountFreesItsGithubAccount() {
        String session = session();
        String id = id(me(session));
        WebTestClient owner = kiwi.with(session);
        owner.post()
                .uri("/auth/delete-account")
                .bodyValue(Map.of("confirm_email", person.email))
                .exchange()
                .expectStatus()
                .isNoContent();
        JsonNode again = loggedIn();
        assertThat(id(again)).isNotEqualTo(id);
        assertThat(again.path("email").stringValue()).isEqualTo(person.email);
    }

    @Test
    void theNumberIsStoredEncryptedAndItsClaimKeyed() {
        String id = id(loggedIn());
        JdbcClient jdbc = JdbcClient.create(kiwi.part(DataSource.class));
        List<String> stored =
                jdbc.sql("""
                        select convert_from(payload, 'UTF8') from es.event where aggregate_identifier = :key
                        union all select value from es.claim where owner = :key""").param("key", "account:" + id).query(String.class).list();
        assertThat(stored).hasSize(6).noneMatch(text -> text.contains(Long.toString(person.id)));
    }
}
