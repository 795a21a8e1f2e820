package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.PasskeyCalls.PASSKEYS;
import static dev.kiwi.web.account.PasskeyCalls.publicKey;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.account.AddPasskey;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.credential.SessionTokens;
import dev.kiwi.web.gate.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An account's own passkeys, from the first one to the last one's end. */
@ExtendWith(WithKiwi.class)
class PasskeyTest {
    private final RunningKiwi kiwi;
    private final PasskeyCalls calls;
    private final Account owner;
    private final SoftAuthenticator phone = new SoftAuthenticator();

    PasskeyTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new PasskeyCalls(kiwi);
        this.owner = kiwi.account();
    }

    @Test
    void isAddedWithThePasswordAndBringsRecoveryCodes() {
        JsonNode options = publicKey(calls.post(owner.session(), "/options", Map.of("password", RunningKiwi.PASSWORD))
                .expectHeader()
                .valueEquals("Cache-Control", "no-store"));
        assertThat(options.at("/rp/id").stringValue()).isEqualTo("dev.aallyn.net");
        assertThat(options.at("/user/name").stringValue()).isEqualTo(owner.email());
        assertThat(options.at("/authenticatorSelection/userVerification").stringValue())
                .isEqualTo("required");
        assertThat(options.path("pubKeyCredParams").findValuesAsString("alg")).containsExactly("-7", "-8", "-257");
        assertThat(options.path("challenge").stringValue()).hasSize(43);
        assertThat(options.path("excludeCredentials")).isEmpty();

        JsonNode added = json(calls.add(owner.session(), options, phone.create(options)), 201);
        assertThat(added.path("recovery_codes")).hasSize(10);
        assertThat(calls.listed(owner)).singleElement().isEqualTo(added.path("passkey"));
        assertThat(added.path("passkey").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "synced", "created_at", "last_used_at");
        assertThat(calls.incidents(owner)).startsWith("recovery_codes_made", "passkey_added");
        JsonNode status = json(kiwi.with(owner.session()).get().uri("/auth/second-factor"));
        assertThat(status.path("enabled").booleanValue()).isTrue();
        assertThat(status.path("authenticator").booleanValue()).isFalse();
        assertThat(status.path("recovery_codes_left").intValue()).isEqualTo(10);
    }

    @Test
    void isNotAddedWithoutThePassword() {
        expect(calls.post(owner.session(), "/options", Map.of()), 401, "invalid_credentials");
        expect(calls.post(owner.session(), "/options", Map.of("password", "x")), 401, "invalid_credentials");
    }

    @Test
    void anotherOneNeedsTheFirstInsteadOfThePassword() {
        calls.added(owner, phone);
        expect(
                calls.post(owner.session(), "/options", Map.of("password", RunningKiwi.PASSWORD)),
                403,
                "step_up_required");
        expect(
                AccountCalls.post(
                        kiwi.with(owner.session()), "/auth/second-factor", Map.of("password", RunningKiwi.PASSWORD)),
                403,
                "step_up_required");
        String fresh = calls.steppedUp(owner, phone);
        JsonNode options = publicKey(calls.post(fresh, "/options", Map.of()));
        assertThat(options.at("/excludeCredentials/0/id").stringValue()).isEqualTo(phone.credentialId());
        assertThat(options.at("/excludeCredentials/0/transports").toString()).isEqualTo("[\"internal\",\"hybrid\"]");
        SoftAuthenticator key = new SoftAuthenticator();
        JsonNode added = json(calls.add(fresh, options, key.create(options)), 201);
        assertThat(added.path("recovery_codes")).isEmpty();
        assertThat(calls.listed(owner)).hasSize(2);
        json(calls.logIn(key), 200);
    }

    @Test
    void oneCredentialIsOnePasskeyOfOneAccount() {
        calls.added(owner, phone);
        Account other = kiwi.account();
        JsonNode options = calls.toCreate(other.session());
        expect(calls.add(other.session(), options, phone.create(options)), 409, "conflict");
        assertThat(calls.listed(other)).isEmpty();
        json(calls.passwordLogin(other), 200);
    }

    @Test
    void thereAreTwentyAtTheMost() {
        for (int i = 0; i < 20; i++) {
            String id = new ObjectId().toHexString();
            kiwi.send(new AddPasskey(owner.id(), id, "hash of " + id, "key " + i, false, 0));
        }
        String fresh = fresh();
        JsonNode options = publicKey(calls.post(fresh, "/options", Map.of()));
        expect(calls.add(fresh, options, phone.create(options)), 409, "conflict");
        expect(calls.logIn(phone), 401, "invalid_credentials");
    }

    /** Stepped up by whatever. */
    private String fresh() {
        return kiwi.part(SessionTokens.class)
                .issue(new SessionTokens.Claim(
                        owner.id(), 0, owner.sessionId(), kiwi.part(Clock.class).instant()));
    }

    @Test
    void isRenamed() {
        String uri =
                PASSKEYS + "/" + calls.added(owner, phone).at("/passkey/id").stringValue();
        WebTestClient client = kiwi.with(owner.session());
        JsonNode renamed = json(client.patch().uri(uri).bodyValue(Map.of("name", "old phone")));
        assertThat(renamed.path("name").stringValue()).isEqualTo("old phone");
        assertThat(calls.listed(owner)).singleElement().isEqualTo(renamed);
        json(client.patch().uri(uri).bodyValue(Map.of("name", "")).exchange(), 422);
        json(client.patch().uri(uri).bodyValue(Map.of("name", "x".repeat(81))).exchange(), 422);
        json(client.patch().uri(PASSKEYS + "/x").bodyValue(Map.of("name", "x")).exchange(), 422);
        WebTestClient stranger = kiwi.with(kiwi.account().session());
        expect(stranger.patch().uri(uri).bodyValue(Map.of("name", "mine")).exchange(), 404, "not_found");
    }

    @Test
    void aRemovedOneOpensNothingAndTheLastOneTakesTheRecoveryCodesAlong() {
        JsonNode added = calls.added(owner, phone);
        String uri = PASSKEYS + "/" + added.at("/passkey/id").stringValue();
        json(kiwi.with(owner.session()).delete().uri(uri).exchange(), 403);
        WebTestClient fresh = kiwi.with(calls.steppedUp(owner, phone));
        JsonNode options = calls.toLogIn();
        fresh.delete().uri(uri).exchange().expectStatus().isNoContent();
        expect(calls.logIn(options, phone), 401, "invalid_credentials");
        json(calls.passwordLogin(owner), 200);
        assertThat(calls.listed(owner)).isEmpty();
        assertThat(calls.incidents(owner)).contains("passkey_removed");
        expect(fresh.delete().uri(uri).exchange(), 404, "not_found");
        assertThat(rows("select count(*) from es.recovery_code where account_id = ?"))
                .isZero();
    }

    @Test
    void anAdministratorRemovesThoseOfSomebodyWhoHasLostThem() {
        calls.added(owner, phone);
        kiwi.with(kiwi.superuser().session())
                .delete()
                .uri("/admin/users/" + owner.id() + "/second-factor")
                .exchange()
                .expectStatus()
                .isNoContent();
        json(calls.passwordLogin(owner), 200);
        json(calls.logIn(phone), 401);
        assertThat(calls.listed(owner)).isEmpty();
    }

    @Test
    void anErasedAccountTakesThemAlong() {
        calls.added(owner, phone);
        JsonNode options = calls.toLogIn();
        kiwi.send(new EraseAccount(owner.id()));
        expect(calls.logIn(options, phone), 401, "invalid_credentials");
        for (String left : List.of(
                "es.passkey where account_id = ?",
                "es.recovery_code where account_id = ?",
                "es.second_factor where account_id = ?",
                "es.claim where owner = 'second_factor:' || ?")) {
            assertThat(rows("select count(*) from " + left)).as(left).isZero();
        }
    }

    /** The gate may have seen the account before it had its first factor. */
    @Test
    void aSessionThatHasShownNoneIsRefusedWhateverItsGateHasSeen() {
        calls.added(owner, phone);
        Caller.Session stale = new Caller.Session(owner.id(), owner.sessionId(), false, true, true, false);
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/"));
        for (Mono<?> begun : List.of(
                kiwi.part(Passkeys.class).begin(stale, RunningKiwi.PASSWORD, exchange),
                kiwi.part(SecondFactors.class).begin(stale, RunningKiwi.PASSWORD, exchange))) {
            assertThat(catchThrowableOfType(Refusal.class, begun::block).code()).isEqualTo(ErrorCode.STEP_UP_REQUIRED);
        }
    }

    @Test
    void oneThatIsRefusedLeavesNeitherItsKeyNorCodes() {
        String hash = Sha256.hex(phone.credentialId());
        kiwi.send(new AddPasskey(kiwi.account().id(), new ObjectId().toHexString(), hash, "theirs", false, 0));
        JsonNode options = calls.toCreate(owner.session());
        expect(calls.add(owner.session(), options, phone.create(options)), 409, "conflict");
        assertThat(rows("select count(*) from es.passkey where account_id = ?")).isZero();
        assertThat(rows("select count(*) from es.recovery_code where account_id = ?"))
                .isZero();
    }

    @Test
    void whatFailsAfterTheDecisionLeavesTheKeyWithItsOwner() {
        JdbcClient jdbc = JdbcClient.create(kiwi.part(DataSource.class));
        JsonNode options = calls.toCreate(owner.session());
        jdbc.sql("alter table es.recovery_code add constraint none_of_this check (account_id <> '" + owner.id()
                        + "') not valid")
                .update();
        try {
            json(calls.add(owner.session(), options, phone.create(options)), 500);
        } finally {
            jdbc.sql("alter table es.recovery_code drop constraint none_of_this")
                    .update();
        }
        json(calls.logIn(phone), 200);
        assertThat(json(kiwi.with(calls.steppedUp(owner, phone)).post().uri("/auth/second-factor/recovery-codes"))
                        .path("recovery_codes"))
                .hasSize(10);
    }

    @Test
    void aNewNameThatCannotBeShownYetSaysSo() {
        String id = calls.added(owner, phone).at("/passkey/id").stringValue();
        JdbcClient.create(kiwi.part(DataSource.class))
                .sql("delete from session.passkey where id = ?")
                .param(id)
                .update();
        expect(
                kiwi.with(owner.session())
                        .patch()
                        .uri(PASSKEYS + "/" + id)
                        .bodyValue(Map.of("name", "old phone"))
                        .exchange(),
                503,
                "service_unavailable");
    }

    @Test
    void theOwnerTakesThemAlongInTheExport() {
        calls.added(owner, phone);
        JsonNode exported =
                json(kiwi.with(owner.session()).get().uri("/auth/me/export")).path("passkeys");
        assertThat(exported).singleElement().isEqualTo(calls.listed(owner).get(0));
    }

    @Test
    void neitherTheKeyNorItsIdIsInAnEventOrReadable() {
        calls.added(owner, phone);
        String stored = JdbcClient.create(kiwi.part(DataSource.class))
                .sql("select credential || ' ' || attestation from es.passkey where account_id = ?")
                .param(owner.id())
                .query(String.class)
                .single();
        assertThat(stored).matches("enc:1:\\S+ enc:1:\\S+").doesNotContain(phone.credentialId());
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select convert_from(payload, 'UTF8') from es.event where aggregate_identifier = ?")
                        .param("second_factor:" + owner.id())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(payload -> payload.contains(phone.credentialId()) || payload.contains("my phone"));
    }

    private int rows(String count) {
        return JdbcClient.create(kiwi.part(DataSource.class))
                .sql(count)
                .param(owner.id())
                .query(Integer.class)
                .single();
    }
}
