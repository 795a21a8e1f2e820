package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.DisposableDomains;
import dev.kiwi.command.account.KnownAddresses;
import dev.kiwi.command.account.NewPasswords;
import dev.kiwi.command.account.PasswordLogin;
import dev.kiwi.command.account.captcha.CaptchaSettings;
import dev.kiwi.command.account.captcha.SiteverifyCaptcha;
import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.web.account.lockout.Lockout;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * platform.md 3.5: the parts of the running Kiwi, which enforces no captcha, with one that lets only "a person" pass.
 * The exchange is no real one, because a second Kiwi in this JVM would take the first one's event loops down with it.
 */
@ExtendWith(WithKiwi.class)
class CaptchaTest {
    private final RunningKiwi kiwi;
    private final TestUpstream provider = new TestUpstream();
    private final CaptchaCheck captcha;
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/auth"));

    CaptchaTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        exchange.getAttributes().put(ClientIp.class.getName(), "ip of " + UUID.randomUUID());
        provider.answers(asked ->
                new TestUpstream.Answer(200, "{\"success\":" + asked.body().contains("response=a+person&") + "}"));
        CaptchaSettings settings = new CaptchaSettings("turnstile", "secret", "key", provider.uri(), provider.uri());
        captcha = new CaptchaCheck(
                SiteverifyCaptcha.of(settings, kiwi.part(UpstreamClient.class)), kiwi.part(BlockingWork.class));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    /** Whoever is a program is told that and nothing else; a person goes on. */
    private <T> T onlyPeople(Function<String, Mono<T>> call) {
        for (String program : new String[] {"a program", ""}) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> call.apply(program).block());
            assertThat(refusal.code()).isEqualTo(ErrorCode.CAPTCHA_FAILED);
        }
        return call.apply("a person").block();
    }

    @Test
    void signingUpNeedsAPersonBeforeTheAddressAndThePasswordAreLookedAt() {
        SignUp signUp = signUp();
        assertThat(onlyPeople(token -> signUp.signUp(body(freshEmail(), token, null), exchange))
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> signUp.signUp(body("a@mailinator.com", "a program", null), exchange)
                        .block());
        assertThat(refusal.code()).isEqualTo(ErrorCode.CAPTCHA_FAILED);
    }

    @Test
    void theTrapComesBeforeTheCaptchaAndLooksLikeIt() {
        SignUp signUp = signUp();
        Refusal trapped = catchThrowableOfType(
                Refusal.class,
                () -> signUp.signUp(body(freshEmail(), "a person", "spam"), exchange)
                        .block());
        assertThat(provider.asked()).isEmpty();
        Refusal failed = catchThrowableOfType(
                Refusal.class,
                () -> signUp.signUp(body(freshEmail(), "a program", null), exchange)
                        .block());
        assertThat(trapped).hasMessage(failed.getMessage());
        assertThat(trapped.code()).isEqualTo(failed.code());
        assertThat(trapped.details()).isEqualTo(failed.details());
    }

    @Test
    void loggingInNeedsAPersonAndAProgramsGuessIsNoFailure() {
        Login login = new Login(
                kiwi.part(RateLimits.class),
                kiwi.part(Buckets.class),
                captcha,
                kiwi.part(Lockout.class),
                kiwi.part(PasswordLogin.class),
                kiwi.part(BlockingWork.class),
                true);
        RunningKiwi.Account owner = kiwi.account();
        for (int i = 0; i < 3; i++) {
            String id = onlyPeople(token -> login.prove(new LoginBody(owner.email(), PASSWORD, token), exchange))
                    .accountId();
            assertThat(id).isEqualTo(owner.id());
        }
    }

    @Test
    void askingForANewPasswordNeedsAPerson() {
        ResetPasswordController controller = new ResetPasswordController(
                kiwi.part(AskedMails.class),
                kiwi.part(PasswordReset.class),
                kiwi.part(PasswordLength.class),
                captcha,
                kiwi.part(RateLimits.class),
                kiwi.part(Buckets.class),
                kiwi.part(Pages.class));
        Message sent = onlyPeople(
                token -> controller.forgot(new ResetPasswordController.ForgotBody(freshEmail(), token), exchange));
        assertThat(sent.message()).isNotBlank();
    }

    @Test
    void theProviderLearnsTheClientsAddressWhereItIsKnown() {
        exchange.getAttributes().put(ClientIp.class.getName(), "203.0.113.81");
        captcha.require("a person", exchange).block();
        exchange.getAttributes().put(ClientIp.class.getName(), ClientIp.UNKNOWN);
        catchThrowableOfType(
                Refusal.class, () -> captcha.require("a person", exchange).block());
        assertThat(provider.asked())
                .extracting(TestUpstream.Asked::body)
                .containsExactly(
                        "secret=secret&response=a+person&remoteip=203.0.113.81", "secret=secret&response=a+person");
    }

    private SignUp signUp() {
        return new SignUp(
                kiwi.part(RateLimits.class),
                kiwi.part(Buckets.class),
                captcha,
                kiwi.part(DisposableDomains.class),
                kiwi.part(KnownAddresses.class),
                kiwi.part(NewPasswords.class),
                kiwi.part(Commands.class),
                kiwi.part(BlockingWork.class),
                kiwi.part(Clock.class));
    }

    private static SignUpBody body(String email, String captchaToken, String website) {
        return new SignUpBody(email, PASSWORD, null, captchaToken, website, null);
    }
}
