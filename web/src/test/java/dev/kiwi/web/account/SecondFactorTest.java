package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.command.account.SecondFactorVault;
import dev.kiwi.command.account.SecondFactorVault.Accepted;
import dev.kiwi.command.account.SecondFactorVault.Verdict;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A second factor from its enrolment to its end, with real codes. */
@ExtendWith(WithKiwi.class)
class SecondFactorTest {
    private static final String FACTOR = "/auth/second-factor";
    private static final String STEP_UP = FACTOR + "/step-up";
    private static final String SECOND_STEP = "/auth/login/second-factor";

    private final RunningKiwi kiwi;
    private final Account owner;
    private final WebTestClient client;
    private final Instant begun;
    private byte[] secret = new byte[0];

    SecondFactorTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
        this.client = kiwi.with(owner.session());
        this.begun = kiwi.part(Clock.class).instant();
    }

    private static ResponseSpec post(WebTestClient client, String uri, Object body) {
        return client.post().uri(uri).bodyValue(body).exchange();
    }

    private ResponseSpec post(String uri, Object body) {
        return post(client, uri, body);
    }

    private ResponseSpec login() {
        return post(kiwi.client(), "/auth/login", Map.of("email", owner.email(), "password", PASSWORD));
    }

    private static String codeOf(JsonNode refusal) {
        return refusal.at("/error/code").stringValue();
    }

    /** The code of the step in which the test began, or of a later one; the next one's is good already. */
    private Map<String, String> code(int steps) {
        return Map.of("code", totp(begun.plusSeconds(30L * steps)));
    }

    private String codeOfNow() {
        return totp(kiwi.part(Clock.class).instant());
    }

    /** As an authenticator makes it. */
    private String totp(Instant time) {
        TimeBasedOneTimePasswordGenerator authenticator = new TimeBasedOneTimePasswordGenerator();
        try {
            return authenticator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, authenticator.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode begin() {
        JsonNode enrolment = json(
                post(FACTOR, Map.of("password", PASSWORD)).expectHeader().valueEquals("Cache-Control", "no-store"),
                201);
        secret = Base32.decode(enrolment.path("secret").stringValue());
        return enrolment;
    }

    /** Answers with the recovery codes; the code of the first step is used. */
    private List<String> enrolled() {
        begin();
        return json(post(FACTOR + "/confirm", code(0)), 200)
                .path("recovery_codes")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private String challenge() {
        JsonNode refusal = json(login(), 401);
        assertThat(codeOf(refusal)).isEqualTo("second_factor_required");
        assertThat(refusal.at("/error/details/expires_in").intValue()).isEqualTo(300);
        return refusal.at("/error/details/challenge").stringValue();
    }

    private ResponseSpec secondStep(String challenge, String code) {
        return post(kiwi.client(), SECOND_STEP, Map.of("challenge", challenge, "code", code));
    }

    @Test
    void isEnrolledWithThePasswordAndACode() {
        JsonNode enrolment = begin();
        assertThat(enrolment.path("otpauth_url").stringValue())
                .matches("otpauth://totp/Kiwi%20API:u" + owner.id() + "%40kiwi.example\\?secret=[A-Z2-7]{32}"
                        + "&issuer=Kiwi%20API&algorithm=SHA1&digits=6&period=30");
        assertThat(enrolment.at("/qr/path").stringValue())
                .isEqualTo(QrPicture.of(enrolment.path("otpauth_url").stringValue())
                        .path());
        assertThat(json(client.get().uri(FACTOR)).path("enabled").booleanValue())
                .as("not before it is confirmed")
                .isFalse();
        assertThat(codeOf(json(post(FACTOR + "/confirm", Map.of("code", "000000x")), 401)))
                .isEqualTo("invalid_credentials");
        assertThat(json(post(FACTOR + "/confirm", code(0)), 200).path("recovery_codes"))
                .hasSize(10);
        JsonNode status = json(client.get().uri(FACTOR));
        assertThat(status.path("enabled").booleanValue()).isTrue();
        assertThat(status.path("recovery_codes_left").intValue()).isEqualTo(10);
    }

    @Test
    void aSecretIsForAConfirmationWithinMinutes() {
        begin();
        kiwi.later(
                Duration.ofMinutes(11),
                () -> assertThat(codeOf(json(post(FACTOR + "/confirm", Map.of("code", codeOfNow())), 401)))
                        .isEqualTo("invalid_credentials"));
        assertThat(json(client.get().uri(FACTOR)).path("enabled").booleanValue())
                .isFalse();
        json(post(FACTOR + "/confirm", code(0)), 200);
    }

    /** As after a crash between the event and what follows it. */
    @Test
    void aSecretThatADisabledAuthenticatorHasLeftBehindIsNoNewOne() {
        enrolled();
        kiwi.send(new DisableSecondFactor(owner.id()));
        kiwi.later(Duration.ofMinutes(11), () -> json(post(FACTOR + "/confirm", Map.of("code", codeOfNow())), 401));
        json(login(), 200);
        kiwi.later(Duration.ofMinutes(15).plusSeconds(1), () -> {
            WebTestClient later =
                    kiwi.with(kiwi.known(owner.id(), owner.sessionId()).session());
            json(post(later, FACTOR, Map.of("password", PASSWORD)), 201);
        });
    }

    /** As between the code of a confirmation and its event. */
    @Test
    void aSecretThatIsBeingConfirmedIsNotOverwritten() {
        begin();
        assertThat(kiwi.part(SecondFactorVault.class)
                        .check(owner.id(), code(0).get("code"), Accepted.NEW_AUTHENTICATOR))
                .isInstanceOf(Verdict.Right.class);
        assertThat(codeOf(json(post(FACTOR, Map.of("password", PASSWORD)), 409)))
                .isEqualTo("conflict");
        json(post(FACTOR + "/confirm", code(1)), 200);
    }

    @Test
    void isNotEnrolledWithoutThePassword() {
        assertThat(codeOf(json(post(FACTOR, Map.of("password", "not the password")), 401)))
                .isEqualTo("invalid_credentials");
        json(login(), 200);
    }

    @Test
    void aLoginTakesTwoStepsThenAndTheSecondOpensDangerousActs() {
        enrolled();
        JsonNode tokens = json(
                secondStep(challenge(), code(1).get("code")).expectHeader().valueEquals("Cache-Control", "no-store"),
                200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        WebTestClient fresh = kiwi.with(tokens.path("access_token").stringValue());
        fresh.delete().uri(FACTOR).exchange().expectStatus().isNoContent();
        json(login(), 200);
    }

    @Test
    void aUsedCodeIsRefused() {
        enrolled();
        assertThat(codeOf(json(post(STEP_UP, code(0)), 401))).isEqualTo("invalid_credentials");
        json(post(STEP_UP, code(1)), 200);
        json(post(STEP_UP, code(1)), 401);
        assertThat(codeOf(json(secondStep(challenge(), code(1).get("code")), 401)))
                .isEqualTo("invalid_credentials");
    }

    @Test
    void fiveWrongCodesLockTheFactorForAQuarterOfAnHour() {
        enrolled();
        for (int i = 0; i < 5; i++) {
            json(post(STEP_UP, Map.of("code", "wrong!")), 401);
        }
        JsonNode locked = json(
                post(STEP_UP, code(1))
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(880, 900)),
                429);
        assertThat(codeOf(locked)).isEqualTo("account_locked");
        String challenge = challenge();
        json(secondStep(challenge, code(1).get("code")), 429);
        kiwi.later(Duration.ofMinutes(15), () -> json(secondStep(challenge(), codeOfNow()), 200));
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        String code = enrolled().getFirst();
        json(secondStep(challenge(), code.toLowerCase(java.util.Locale.ROOT)), 200);
        json(secondStep(challenge(), code), 401);
        assertThat(json(client.get().uri(FACTOR)).path("recovery_codes_left").intValue())
                .isEqualTo(9);
        assertThat(json(client.get().uri("/auth/security-events")).valueStream())
                .extracting(incident -> incident.path("kind").stringValue())
                .contains("second_factor_enabled", "recovery_code_used");
    }

    @Test
    void dangerousActsNeedAFreshSecondFactor() {
        String old = enrolled().getFirst();
        assertThat(codeOf(json(client.delete().uri(FACTOR).exchange(), 403))).isEqualTo("step_up_required");
        json(client.post().uri(FACTOR + "/recovery-codes").exchange(), 403);
        JsonNode steppedUp = json(post(STEP_UP, code(1)), 200);
        assertThat(steppedUp.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in");
        WebTestClient fresh = kiwi.with(steppedUp.path("access_token").stringValue());
        assertThat(json(fresh.post().uri(FACTOR + "/recovery-codes")).path("recovery_codes"))
                .hasSize(10);
        json(post(STEP_UP, Map.of("code", old)), 401);
        kiwi.later(Duration.ofMinutes(10), () -> json(fresh.delete().uri(FACTOR).exchange(), 403));
        fresh.delete().uri(FACTOR).exchange().expectStatus().isNoContent();
        assertThat(json(client.get().uri(FACTOR)).path("enabled").booleanValue())
                .isFalse();
    }

    @Test
    void anAdministratorDisablesTheOneOfSomebodyWhoHasLostEverything() {
        enrolled();
        String uri = "/admin/users/" + owner.id() + "/second-factor";
        WebTestClient admin = kiwi.with(kiwi.superuser().session());
        json(kiwi.client().delete().uri(uri).exchange(), 401);
        json(client.delete().uri(uri).exchange(), 403);
        json(admin.delete().uri("/admin/users/x/second-factor").exchange(), 422);
        for (int i = 0; i < 2; i++) {
            admin.delete().uri(uri).exchange().expectStatus().isNoContent();
        }
        json(login(), 200);
        assertThat(json(client.get().uri("/auth/security-events")).valueStream())
                .extracting(incident -> incident.path("kind").stringValue())
                .contains("second_factor_disabled");
    }

    @Test
    void aChallengeEndsWithItsMinutesAndWithALogoutEverywhere() {
        enrolled();
        String challenge = challenge();
        kiwi.later(
                Duration.ofMinutes(5),
                () -> assertThat(codeOf(json(secondStep(challenge, code(1).get("code")), 401)))
                        .isEqualTo("not_authenticated"));
        json(secondStep(owner.session(), code(1).get("code")), 401);
        json(secondStep("x.y.z", code(1).get("code")), 401);
        kiwi.send(new VoidSessions(owner.id()));
        assertThat(codeOf(json(secondStep(challenge, code(1).get("code")), 401)))
                .isEqualTo("not_authenticated");
    }

    @Test
    void neitherSecretNorCodesAreStoredOrInAnyEvent() {
        List<String> codes = enrolled();
        String text = new String(Base32.encode(secret), StandardCharsets.US_ASCII);
        JdbcClient jdbc = JdbcClient.create(kiwi.part(DataSource.class));
        String stored = jdbc.sql("select secret from es.second_factor where account_id = :id")
                        .param("id", owner.id())
                        .query(String.class)
                        .single()
                + jdbc.sql("select string_agg(hash, ' ') from es.recovery_code where account_id = :id")
                        .param("id", owner.id())
                        .query(String.class)
                        .single();
        assertThat(stored).startsWith("enc:1:").doesNotContain(text);
        assertThat(codes).noneMatch(stored::contains);
        assertThat(jdbc.sql("select convert_from(payload, 'UTF8') from es.event where aggregate_identifier = :id")
                        .param("id", "second_factor:" + owner.id())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(text) || payload.contains(codes.getFirst()));
    }

    @Test
    void thereIsOneOrThereIsNone() {
        assertThat(codeOf(json(post(STEP_UP, Map.of("code", "123456")), 409))).isEqualTo("conflict");
        json(client.post().uri(FACTOR + "/recovery-codes").exchange(), 409);
        client.delete().uri(FACTOR).exchange().expectStatus().isNoContent();
        json(post(FACTOR + "/confirm", Map.of("code", "123456")), 401);
        enrolled();
        json(post(FACTOR, Map.of("password", PASSWORD)), 409);
        assertThat(codeOf(json(post(FACTOR + "/confirm", code(1)), 403))).isEqualTo("step_up_required");
    }
}
