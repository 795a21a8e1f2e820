package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.PasskeyCalls.challenge;
import static dev.kiwi.web.account.PasskeyCalls.publicKey;
import static dev.kiwi.web.account.PasskeyCalls.signed;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is refused of authenticators, browsers and those who play them. */
@ExtendWith(WithKiwi.class)
class PasskeyAttackTest {
    private static final String OTHER_CHALLENGE = "A".repeat(43);

    private final RunningKiwi kiwi;
    private final PasskeyCalls calls;
    private final Account owner;
    private final SoftAuthenticator phone = new SoftAuthenticator();

    PasskeyAttackTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new PasskeyCalls(kiwi);
        this.owner = kiwi.account();
    }

    enum Forgery {
        WRONG_ORIGIN(phone -> phone.origin = "https://dev.aallyn.net.evil.example"),
        ORIGIN_OF_ANOTHER_PORT(phone -> phone.origin = "https://dev.aallyn.net:8443"),
        WRONG_RP(phone -> phone.rpId = "evil.example"),
        WRONG_CHALLENGE(phone -> phone.challenge = OTHER_CHALLENGE),
        OWNER_NOT_VERIFIED(phone -> phone.verified = false),
        WRONG_TYPE(phone -> phone.type = "payment.get"),
        COPIED_BUT_NOT_ELIGIBLE(phone -> phone.backup = 0x10);

        final Consumer<SoftAuthenticator> change;

        Forgery(Consumer<SoftAuthenticator> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotAdded(Forgery forgery) {
        JsonNode options = calls.toCreate(owner.session());
        forgery.change.accept(phone);
        expect(calls.add(owner.session(), options, phone.create(options)), 400, "bad_request");
        assertThat(calls.listed(owner)).isEmpty();
        json(calls.passwordLogin(owner), 200);
    }

    @ParameterizedTest
    @EnumSource
    void opensNothing(Forgery forgery) {
        calls.added(owner, phone);
        forgery.change.accept(phone);
        expect(calls.logIn(phone), 401, "invalid_credentials");
    }

    enum Imposture {
        KEY_OF_ANOTHER(phone -> phone.key = SoftAuthenticator.newKey()),
        UNKNOWN_CREDENTIAL(phone -> phone.id = new byte[16]),
        HANDLE_OF_ANOTHER(phone -> phone.userHandle = "NjVmMWY3YjBjMGZmZWUwMDExMjIzMzQ0"),
        NO_HANDLE(phone -> phone.userHandle = null),
        NOW_SAID_TO_BE_COPIED(phone -> phone.backup = 0x18);

        final Consumer<SoftAuthenticator> change;

        Imposture(Consumer<SoftAuthenticator> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImpostorIsRefused(Imposture imposture) {
        calls.added(owner, phone);
        imposture.change.accept(phone);
        expect(calls.logIn(phone), 401, "invalid_credentials");
    }

    @Test
    void aCredentialThatWasNotAttestedIsNotAdded() {
        JsonNode options = calls.toCreate(owner.session());
        Map<String, Object> credential = new HashMap<>(phone.create(options));
        credential.put("id", new SoftAuthenticator().credentialId());
        expect(calls.add(owner.session(), options, credential), 400, "bad_request");
    }

    @Test
    void garbageIsRefusedAndNeverAFault() {
        JsonNode options = calls.toCreate(owner.session());
        Map<String, Object> garbage =
                Map.of("clientDataJSON", "e30", "attestationObject", "_w", "transports", List.of());
        expect(
                calls.add(owner.session(), options, Map.of("id", phone.credentialId(), "response", garbage)),
                400,
                "bad_request");
        calls.added(owner, phone);
        for (String bytes : new String[] {"e30", "AA", "A".repeat(48), "_".repeat(64)}) {
            JsonNode login = calls.toLogIn();
            Map<String, Object> response = Map.of(
                    "clientDataJSON", bytes,
                    "authenticatorData", bytes,
                    "signature", bytes,
                    "userHandle", phone.userHandle);
            expect(
                    calls.anonymously(
                            "/login",
                            Map.of(
                                    "challenge",
                                    challenge(login),
                                    "credential",
                                    Map.of("id", phone.credentialId(), "response", response))),
                    401,
                    "invalid_credentials");
        }
    }

    @Test
    void aChallengeIsGoodOnce() {
        JsonNode options = calls.toCreate(owner.session());
        json(calls.add(owner.session(), options, phone.create(options)), 201);
        SoftAuthenticator other = new SoftAuthenticator();
        expect(calls.add(owner.session(), options, other.create(options)), 400, "bad_request");
        JsonNode login = calls.toLogIn();
        json(calls.logIn(login, phone), 200);
        expect(calls.logIn(login, phone), 401, "invalid_credentials");
    }

    @Test
    void aFailedAnswerSpendsItsChallenge() {
        calls.added(owner, phone);
        JsonNode login = calls.toLogIn();
        phone.verified = false;
        json(calls.logIn(login, phone), 401);
        phone.verified = true;
        json(calls.logIn(login, phone), 401);
    }

    @Test
    void aChallengeEndsAfterFiveMinutes() {
        JsonNode options = calls.toCreate(owner.session());
        kiwi.later(
                Duration.ofMinutes(5),
                () -> expect(calls.add(owner.session(), options, phone.create(options)), 400, "bad_request"));
        calls.added(owner, phone);
        JsonNode login = calls.toLogIn();
        kiwi.later(Duration.ofMinutes(5), () -> expect(calls.logIn(login, phone), 401, "invalid_credentials"));
    }

    @Test
    void aChallengeIsForOnePurposeAndOneSession() {
        calls.added(owner, phone);
        Account other = kiwi.account();
        JsonNode stepUp = calls.toStepUp(owner.session());
        expect(calls.logIn(stepUp, phone), 401, "invalid_credentials");
        JsonNode login = calls.toLogIn();
        expect(calls.post(owner.session(), "/step-up", signed(login, phone)), 401, "invalid_credentials");
        JsonNode again = calls.toStepUp(owner.session());
        expect(calls.post(other.session(), "/step-up", signed(again, phone)), 401, "invalid_credentials");
        JsonNode create = calls.toCreate(other.session());
        expect(calls.add(owner.session(), create, new SoftAuthenticator().create(create)), 400, "bad_request");
    }

    @Test
    void aPasskeyOfSomebodyElseStepsNobodyUp() {
        calls.added(owner, phone);
        SoftAuthenticator theirs = new SoftAuthenticator();
        calls.added(kiwi.account(), theirs);
        JsonNode options = calls.toStepUp(owner.session());
        expect(calls.post(owner.session(), "/step-up", signed(options, theirs)), 401, "invalid_credentials");
    }

    @Test
    void aCounterThatDoesNotGoUpIsRefusedAndTheOwnerSeesIt() {
        phone.count = 7;
        calls.added(owner, phone);
        phone.count = 9;
        json(calls.logIn(phone), 200);
        for (int count : new int[] {9, 8, 0}) {
            phone.count = count;
            expect(calls.logIn(phone), 401, "invalid_credentials");
        }
        assertThat(calls.incidents(owner))
                .filteredOn("passkey_counter_went_back"::equals)
                .hasSize(3);
        phone.count = 10;
        json(calls.logIn(phone), 200);
    }

    @Test
    void challengesOfOneAddressAreLimited() {
        var client = kiwi.client();
        for (int i = 0; i < 10; i++) {
            publicKey(AccountCalls.post(client, "/auth/passkeys/login/options", Map.of()));
        }
        expect(AccountCalls.post(client, "/auth/passkeys/login/options", Map.of()), 429, "rate_limited");
    }
}
