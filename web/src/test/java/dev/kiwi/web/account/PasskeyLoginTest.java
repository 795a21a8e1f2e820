package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.PasskeyCalls.publicKey;
import static dev.kiwi.web.account.PasskeyCalls.signed;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.kiwi.api.session.OpenSession;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Passkeys as a login, as the second step of one, and as a step-up. */
@ExtendWith(WithKiwi.class)
class PasskeyLoginTest {
    private final RunningKiwi kiwi;
    private final PasskeyCalls calls;
    private final Account owner;
    private final SoftAuthenticator phone = new SoftAuthenticator();

    PasskeyLoginTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new PasskeyCalls(kiwi);
        this.owner = kiwi.account();
    }

    /** Of {@code POST /auth/login}, whose password is right. */
    private JsonNode secondFactorRequired(Account account) {
        JsonNode refusal = json(calls.passwordLogin(account), 401);
        assertThat(refusal.at("/error/code").stringValue()).isEqualTo("second_factor_required");
        return refusal.at("/error/details");
    }

    @Test
    void isBothFactorsAtOnce() {
        String id = calls.added(owner, phone).at("/passkey/id").stringValue();
        JsonNode options = calls.toLogIn();
        assertThat(options.propertyNames())
                .containsExactlyInAnyOrder("challenge", "timeout", "rpId", "allowCredentials", "userVerification");
        assertThat(options.path("allowCredentials"))
                .as("says nothing of anybody")
                .isEmpty();
        JsonNode tokens =
                json(calls.logIn(options, phone).expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(calls.listed(owner).get(0).path("last_used_at").isString()).isTrue();
        kiwi.with(tokens.path("access_token").stringValue())
                .delete()
                .uri("/auth/passkeys/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void oneWithoutACounterWorksAgainAndAgainAndSaysWhetherItIsCopied() {
        phone.backup = 0x08;
        JsonNode added = calls.added(owner, phone);
        assertThat(added.at("/passkey/synced").booleanValue()).isFalse();
        json(calls.logIn(phone), 200);
        phone.backup = 0x18;
        json(calls.logIn(phone), 200);
        assertThat(calls.listed(owner).get(0).path("synced").booleanValue()).isTrue();
    }

    @Test
    void isTheSecondStepOfALoginWithThePassword() {
        calls.added(owner, phone);
        JsonNode details = secondFactorRequired(owner);
        assertThat(details.path("methods").valueStream().map(JsonNode::stringValue))
                .containsExactly("passkey", "recovery_code");
        Map<String, Object> begun =
                Map.of("challenge", details.path("challenge").stringValue());
        JsonNode options = publicKey(calls.anonymously("/login/options", begun));
        assertThat(options.path("allowCredentials").findValuesAsString("id")).containsExactly(phone.credentialId());
        phone.userHandle = null;
        json(calls.logIn(options, phone), 200);
    }

    @Test
    void aPasskeyOfSomebodyElseIsNoSecondStep() {
        calls.added(owner, phone);
        SoftAuthenticator theirs = new SoftAuthenticator();
        calls.added(kiwi.account(), theirs);
        Map<String, Object> begun = Map.of(
                "challenge", secondFactorRequired(owner).path("challenge").stringValue());
        JsonNode options = publicKey(calls.anonymously("/login/options", begun));
        expect(calls.logIn(options, theirs), 401, "invalid_credentials");
        expect(calls.anonymously("/login/options", Map.of("challenge", "x.y.z")), 401, "not_authenticated");
    }

    @Test
    void aRecoveryCodeStandsInForALostOne() {
        String code = calls.added(owner, phone).at("/recovery_codes/0").stringValue();
        Map<String, Object> second = Map.of(
                "challenge", secondFactorRequired(owner).path("challenge").stringValue(), "code", code);
        WebTestClient client = kiwi.client();
        json(AccountCalls.post(client, "/auth/login/second-factor", second), 200);
        expect(AccountCalls.post(client, "/auth/login/second-factor", second), 401, "invalid_credentials");
    }

    @Test
    void aSecretThatNobodyHasConfirmedIsNoSecondStep() throws Exception {
        calls.added(owner, phone);
        WebTestClient fresh = kiwi.with(calls.steppedUp(owner, phone));
        String text = json(AccountCalls.post(fresh, "/auth/second-factor", Map.of("password", PASSWORD)), 201)
                .path("secret")
                .stringValue();
        TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
        Map<String, Object> code = Map.of(
                "code",
                totp.generateOneTimePasswordString(
                        new SecretKeySpec(Base32.decode(text), totp.getAlgorithm()),
                        kiwi.part(Clock.class).instant()));
        expect(AccountCalls.post(fresh, "/auth/second-factor/step-up", code), 401, "invalid_credentials");
        JsonNode confirmed = json(AccountCalls.post(fresh, "/auth/second-factor/confirm", code), 200);
        assertThat(confirmed.path("recovery_codes"))
                .as("the passkey has brought some")
                .isEmpty();
        assertThat(secondFactorRequired(owner).path("methods").valueStream().map(JsonNode::stringValue))
                .containsExactly("authenticator", "passkey", "recovery_code");
        fresh.delete().uri("/auth/second-factor").exchange().expectStatus().isNoContent();
        JsonNode left = json(fresh.get().uri("/auth/second-factor"));
        assertThat(left.path("enabled").booleanValue()).isTrue();
        assertThat(left.path("recovery_codes_left").intValue()).isEqualTo(10);
    }

    @Test
    void anAddressThatNobodyHasVerifiedDoesNotLogIn() {
        AccountCalls accounts = new AccountCalls(kiwi);
        String id = accounts.unverified(AccountCalls.freshEmail());
        String session = new ObjectId().toHexString();
        kiwi.send(new OpenSession(session, id, 0, id, null, Duration.ofDays(30), null));
        calls.added(kiwi.known(id, session), phone);
        expect(calls.logIn(phone), 403, "email_unverified");
    }

    @Test
    void stepsASessionUpForTenMinutes() {
        calls.added(owner, phone);
        String codes = "/auth/second-factor/recovery-codes";
        json(kiwi.with(owner.session()).post().uri(codes).exchange(), 403);
        JsonNode options = calls.toStepUp(owner.session());
        assertThat(options.path("allowCredentials").findValuesAsString("id")).containsExactly(phone.credentialId());
        JsonNode steppedUp = json(
                calls.post(owner.session(), "/step-up", signed(options, phone))
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                200);
        assertThat(steppedUp.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in");
        WebTestClient fresh = kiwi.with(steppedUp.path("access_token").stringValue());
        json(fresh.post().uri(codes).exchange(), 200);
        kiwi.later(Duration.ofMinutes(10), () -> json(fresh.post().uri(codes).exchange(), 403));
    }

    @Test
    void nobodyStepsUpWithAPasskeyThatIsNotThere() {
        expect(calls.post(owner.session(), "/step-up/options", Map.of()), 409, "conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/auth/passkeys",
        "POST,/auth/passkeys",
        "POST,/auth/passkeys/options",
        "POST,/auth/passkeys/step-up",
        "POST,/auth/passkeys/step-up/options",
        "PATCH,/auth/passkeys/65f1f7b0c0ffee0011223344",
        "DELETE,/auth/passkeys/65f1f7b0c0ffee0011223344"
    })
    void isForSessionsOnly(String method, String uri) {
        json(kiwi.client().method(HttpMethod.valueOf(method)).uri(uri).exchange(), 401);
    }

    static List<Object[]> bodies() {
        String good = "\"challenge\":\"AAAA\",\"credential\":{\"id\":\"AAAA\",\"response\":";
        String signed = "{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":";
        return List.of(
                new Object[] {"", "{}"},
                new Object[] {"", "{\"name\":\"x\"," + good + "{\"clientDataJSON\":\"AAAA\"}}}"},
                new Object[] {
                    "", "{\"name\":\"\"," + good + "{\"clientDataJSON\":\"AAAA\",\"attestationObject\":\"AAAA\"}}}"
                },
                new Object[] {"/options", "{\"password\":5}"},
                new Object[] {"/login/options", "{\"challenge\":\"\"}"},
                new Object[] {"/login", "{}"},
                new Object[] {"/login", "{" + good + signed + "\"AAAA=\"}}}"},
                new Object[] {"/login", "{" + good + signed + "\"AAAAA\"}}}"},
                new Object[] {"/step-up", "{" + good + signed + "null}}}"});
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoneIsRefused(String path, String body) {
        json(
                kiwi.with(owner.session())
                        .post()
                        .uri("/auth/passkeys" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
    }
}
