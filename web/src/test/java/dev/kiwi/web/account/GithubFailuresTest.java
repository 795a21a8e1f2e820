package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.github.GithubOauth;
import dev.kiwi.command.account.github.GithubSettings;
import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.SilentPort;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.account.GithubPerson.Begun;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.credential.AccountStandings;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.redis.RedisLink;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Each way in which a login at GitHub comes to nothing: a redirect to the portal with the reason, platform.md 5. */
@ExtendWith(WithKiwi.class)
class GithubFailuresTest {
    private static final String EMAILS = "[{\"email\":\"x@kiwi.example\",\"primary\":true,\"verified\":true}]";

    private final RunningKiwi kiwi;
    private final GithubPerson person;

    GithubFailuresTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.person = new GithubPerson(kiwi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=x", "?state=x", "?code=&state=", "?error=access_denied&state=x"})
    void missing(String query) {
        assertThat(person.comeBack(query, null)).isEqualTo("oauth_error=missing");
    }

    @Test
    void aStateThatNobodyWasGiven() {
        assertThat(person.comeBack("?code=" + person.code + "&state=x", "x")).isEqualTo("oauth_error=state");
    }

    @Test
    void aStateWorksOnce() {
        Begun begun = person.begin();
        assertThat(person.comeBack(begun)).startsWith("oauth=");
        assertThat(person.comeBack(begun)).isEqualTo("oauth_error=state");
    }

    @Test
    void aStateOfAnotherBrowserIsNoneAndIsUsedUp() {
        Begun begun = person.begin();
        Begun another = person.begin();
        int asked = kiwi.github().asked().size();
        assertThat(person.comeBack(new Begun(begun.asked(), another.cookie()))).isEqualTo("oauth_error=state");
        assertThat(person.comeBack("?code=" + person.code + "&state=" + another.state(), null))
                .isEqualTo("oauth_error=state");
        assertThat(person.comeBack(begun)).isEqualTo("oauth_error=state");
        assertThat(kiwi.github().asked()).as("GitHub was not asked").hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"bad_verification_code\"}", "no JSON", "{\"access_token\":\"a\\nb\"}"})
    void exchange(String token) {
        person.answers(token, new Answer(200, "{\"id\":1}"), new Answer(200, EMAILS));
        assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=exchange");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|{}", "200|<html>", "401|{}"})
    void github(int status, String user) {
        person.answers("{\"access_token\":\"gho_of_the_tests\"}", new Answer(status, user), new Answer(200, EMAILS));
        assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=github");
    }

    @Test
    void githubThatSendsTooMuch() {
        person.knows("{\"id\":1,\"name\":\"" + "x".repeat(2 << 20) + "\"}", EMAILS);
        assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=github");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"login\":\"ada\"}|[{\"email\":\"x@kiwi.example\",\"primary\":true,\"verified\":true}]",
                "{\"id\":1,\"email\":\"x@kiwi.example\"}|[{\"email\":\"x@kiwi.example\",\"primary\":true,\"verified\":false}]",
                "{\"id\":1,\"email\":\"x@kiwi.example\"}|{\"message\":\"Not Found\"}"
            })
    void noemail(String user, String emails) {
        person.knows(user, emails);
        assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=noemail");
    }

    /** Nothing makes an account inactive yet but its row. */
    @Test
    void inactive() {
        Account owner = kiwi.account();
        json(kiwi.with(owner.session()).get().uri("/auth/me"));
        JdbcClient.create(kiwi.part(DataSource.class))
                .sql("update account.account set is_active = false where id = :id")
                .param("id", owner.id())
                .update();
        person.knownByItsAddress(owner.email());
        assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=inactive");
    }

    @Test
    void unavailable() {
        try (SilentPort nobody = new SilentPort();
                RedisLink away = new RedisLink("redis://127.0.0.1:" + nobody.port())) {
            GithubLoginController controller = controller(kiwi.part(GithubOauth.class), away);
            for (String query : List.of("", "?code=x&state=x")) {
                assertThat(target(controller.callback("x", query.isEmpty() ? null : "x", request(query))))
                        .isEqualTo("https://dev.aallyn.net/#oauth_error=unavailable");
            }
            assertThat(target(controller.start(null, request(""))))
                    .isEqualTo("https://dev.aallyn.net/#oauth_error=unavailable");
            assertThat(refusal(controller.exchange(body(), request(""))).code())
                    .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }

    @Test
    void withoutAnApplicationOfGithubsTheRoutesDoNotExist() {
        for (String[] half : new String[][] {{"", ""}, {"client", ""}, {"", "secret"}}) {
            URI nowhere = URI.create("http://127.0.0.1:1");
            GithubOauth none = new GithubOauth(
                    kiwi.part(UpstreamClient.class), GithubSettings.of(half[0], half[1], nowhere, nowhere, nowhere));
            GithubLoginController controller = controller(none, kiwi.part(RedisLink.class));
            Mono<GithubLoginController.ExchangeBody> unread = Mono.error(new AssertionError("the body was read"));
            for (Mono<?> answer : List.of(
                    controller.start(null, request("")),
                    controller.callback("x", "x", request("?code=x&state=x")),
                    controller.exchange(unread, request("")))) {
                assertThat(refusal(answer).code()).isEqualTo(ErrorCode.NOT_FOUND);
            }
        }
    }

    @Test
    void nothingSecretReachesTheLog() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            person.answers("gho_secret no JSON", new Answer(500, ""), new Answer(500, ""));
            Begun begun = person.begin();
            assertThat(person.comeBack(begun)).isEqualTo("oauth_error=exchange");
            person.answers(
                    "{\"access_token\":\"gho_of_the_tests\"}",
                    new Answer(200, "zq7canary no JSON"),
                    new Answer(200, ""));
            assertThat(person.comeBack(person.begin())).isEqualTo("oauth_error=github");
            assertThat(log.list).isNotEmpty();
            assertThat(log.list.toString())
                    .doesNotContain(
                            person.code,
                            begun.state(),
                            begun.cookie(),
                            person.redeemed().get("code_verifier"),
                            "gho_",
                            "zq7canary");
        } finally {
            root.detachAppender(log);
        }
    }

    private GithubLoginController controller(GithubOauth github, RedisLink redis) {
        GithubLogin login = new GithubLogin(
                github,
                new OneTimeValues(redis),
                kiwi.part(GithubAccounts.class),
                kiwi.part(AccountStandings.class),
                kiwi.part(Commands.class),
                kiwi.part(BlockingWork.class));
        return new GithubLoginController(
                github, login, kiwi.part(GithubRedirects.class), kiwi.part(SignIn.class), kiwi.part(RateLimits.class));
    }

    private static MockServerWebExchange request(String query) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/auth/oauth/github/callback" + query));
    }

    private static Mono<GithubLoginController.ExchangeBody> body() {
        return Mono.just(new GithubLoginController.ExchangeBody("x", null));
    }

    private static String target(Mono<ResponseEntity<Void>> answer) {
        return answer.block().getHeaders().getLocation().toString();
    }

    private static Refusal refusal(Mono<?> answer) {
        return catchThrowableOfType(Refusal.class, answer::block);
    }
}
