package dev.kiwi.command.account.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.command.account.github.GithubLoginFailure.Reason;
import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of GitHub and what each of its answers comes to, platform.md 5. */
@Timeout(20)
class GithubOauthTest {
    private static final String EMAILS = "[{\"email\":\"Ada@Kiwi.example\",\"primary\":true,\"verified\":true}]";
    private static final String USER = "{\"id\":583231,\"login\":\"ada\",\"name\":\" Ada L. \"}";
    private static final String TOKEN = "{\"access_token\":\"gho_16C7e42F292c6912E7\",\"token_type\":\"bearer\"}";

    private final TestUpstream service = new TestUpstream();
    private final UpstreamClient client = new UpstreamClient();
    private GithubSettings settings = GithubSettings.of(
            "the client", "the secret", service.uri(), service.uri(), URI.create("https://api.kiwi.example/"));
    private Answer token = new Answer(200, TOKEN);
    private Answer user = new Answer(200, USER);
    private Answer emails = new Answer(200, EMAILS);

    GithubOauthTest() {
        service.answers(asked -> switch (asked.path()) {
            case "/login/oauth/access_token" -> token;
            case "/user" -> user;
            case "/user/emails" -> emails;
            default -> new Answer(404, "");
        });
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    private GithubUser login() {
        return new GithubOauth(client, settings).user("the code", "the verifier");
    }

    private Reason reason() {
        return catchThrowableOfType(GithubLoginFailure.class, this::login).reason();
    }

    @Test
    void redeemsTheCodeWithSecretAndVerifierAndAsksWhoItIs() {
        assertThat(login())
                .isEqualTo(new GithubUser(
                        "583231", EmailAddress.parse("ada@kiwi.example").orElseThrow(), "Ada L."));
        Asked first = service.asked().getFirst();
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.headers())
                .containsEntry("accept", "application/json")
                .containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(first.body().split("&"))
                .containsExactlyInAnyOrder(
                        "client_id=the%20client",
                        "client_secret=the%20secret",
                        "code=the%20code",
                        "redirect_uri=https%3A%2F%2Fapi.kiwi.example%2Fauth%2Foauth%2Fgithub%2Fcallback",
                        "code_verifier=the%20verifier");
        assertThat(service.asked().stream().skip(1).map(Asked::path)).containsExactly("/user", "/user/emails");
        assertThat(service.asked().stream().skip(1))
                .allMatch(asked ->
                        "Bearer gho_16C7e42F292c6912E7".equals(asked.headers().get("authorization")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"bad_verification_code\"}",
                "{}",
                "",
                "null",
                "<html>",
                "access_token=gho_x",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"gho_x\\r\\nX-Evil: 1\"}",
                "{\"access_token\":{}}"
            })
    void anAnswerWithoutATokenIsAFailedExchange(String body) {
        token = new Answer(200, body);
        assertThat(reason()).isEqualTo(Reason.EXCHANGE);
        token = new Answer(500, body);
        assertThat(reason()).isEqualTo(Reason.EXCHANGE);
        assertThat(service.asked()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|<html>", "200|{\"id\":", "401|{\"message\":\"Bad credentials\"}", "502|x"})
    void anAnswerThatCannotBeReadIsGithubsFault(int status, String body) {
        user = new Answer(status, body);
        assertThat(reason()).isEqualTo(Reason.GITHUB);
    }

    @Test
    void addressesThatCannotBeReadAreGithubsFault() {
        emails = new Answer(200, "[{\"email\"");
        assertThat(reason()).isEqualTo(Reason.GITHUB);
        emails = new Answer(503, "[]");
        assertThat(reason()).isEqualTo(Reason.GITHUB);
    }

    @Test
    void anAnswerOfMoreThanAMebibyteIsNotReadToItsEnd() {
        user = new Answer(200, USER.replace("Ada", "A".repeat(2 << 20)));
        assertThat(reason()).isEqualTo(Reason.GITHUB);
        token = new Answer(200, TOKEN.replace("gho_", "A".repeat(2 << 20)));
        assertThat(reason()).isEqualTo(Reason.GITHUB);
    }

    @Test
    void aServiceThatIsNotThereIsGithubsFault() {
        service.close();
        assertThat(reason()).isEqualTo(Reason.GITHUB);
    }

    @Test
    void aServiceThatTakesTooLongIsGithubsFault() {
        CountDownLatch never = new CountDownLatch(1);
        service.answers(asked -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return token;
        });
        settings = new GithubSettings(
                "the client",
                "the secret",
                service.uri(),
                service.uri(),
                URI.create("https://api.kiwi.example/callback"),
                Duration.ofMillis(200));
        assertThat(reason()).isEqualTo(Reason.GITHUB);
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":\"ada\"}",
                "{\"id\":null}",
                "{\"id\":\"583231\"}",
                "{\"id\":1.5}",
                "{\"id\":0}",
                "{\"id\":-1}",
                "{\"id\":99999999999999999999}",
                "[]",
                "null"
            })
    void nobodyWithoutANumber(String body) {
        user = new Answer(200, body);
        assertThat(reason()).isEqualTo(Reason.NOEMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"message\":\"Not Found\"}",
                "null",
                "[{\"email\":\"ada@kiwi.example\",\"primary\":true,\"verified\":false}]",
                "[{\"email\":\"ada@kiwi.example\",\"primary\":true,\"verified\":\"true\"}]",
                "[{\"email\":\"ada@kiwi.example\",\"primary\":true}]",
                "[{\"email\":\"no address\",\"primary\":true,\"verified\":true}]",
                "[{\"email\":null,\"primary\":true,\"verified\":true}, 7, \"a@b.c\"]"
            })
    void nobodyWithoutAVerifiedAddress(String body) {
        emails = new Answer(200, body);
        user = new Answer(200, "{\"id\":1,\"email\":\"public@kiwi.example\"}");
        assertThat(reason()).isEqualTo(Reason.NOEMAIL);
        emails = new Answer(404, body);
        assertThat(reason()).isEqualTo(Reason.NOEMAIL);
    }

    @Test
    void thePrimaryAddressCountsElseTheFirstThatIsVerified() {
        emails = new Answer(200, """
                [{"email":"first@kiwi.example","primary":false,"verified":true},
                 {"email":"MAIN@kiwi.example","primary":true,"verified":true}]""");
        assertThat(login().email().text()).isEqualTo("main@kiwi.example");
        emails = new Answer(200, """
                [{"email":"main@kiwi.example","primary":true,"verified":false},
                 {"email":"second@kiwi.example","primary":false,"verified":true},
                 {"email":"third@kiwi.example","primary":false,"verified":true}]""");
        assertThat(login().email().text()).isEqualTo("second@kiwi.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1,\"name\":null,\"login\":\"ada\"}|ada",
                "{\"id\":1,\"name\":\"  \",\"login\":\"ada\"}|ada",
                "{\"id\":1,\"name\":\"A\\u0000\",\"login\":\"ada\"}|ada",
                "{\"id\":1,\"name\":\"A\\ud83e\",\"login\":\"ada\"}|ada",
                "{\"id\":1}|"
            })
    void theNameIsElseTheLoginAndSomethingThatCanBeKept(String body, String name) {
        user = new Answer(200, body);
        assertThat(login().name()).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        user = new Answer(200, "{\"id\":1,\"name\":\"" + "x".repeat(79) + "\ud83e\udd5d\"}");
        assertThat(login().name()).isEqualTo("x".repeat(79));
        user = new Answer(200, "{\"id\":1,\"name\":\"" + "x".repeat(200) + "\"}");
        assertThat(login().name()).isEqualTo("x".repeat(80));
    }

    @Test
    void nothingSecretIsInItsTexts() {
        assertThat(settings.toString()).doesNotContain("the secret");
        assertThat(login().toString()).doesNotContain("583231", "ada");
    }
}
