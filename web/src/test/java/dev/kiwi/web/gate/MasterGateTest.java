package dev.kiwi.web.gate;

import static dev.kiwi.web.gate.GateCalls.ORDER;
import static dev.kiwi.web.gate.GateCalls.refused;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpTest
class MasterGateTest {
    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    private GateCalls calls;

    @BeforeEach
    void setUp() {
        calls = new GateCalls(api);
    }

    @Test
    void masterIngestTakesASuperusersTokenOrSessionOrTheOperator() {
        calls.post(credentials.superuserToken(), "/v1/t/insert", ORDER)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.by")
                .isEqualTo("token");
        calls.post(credentials.session(true), "/v1/t/insert", ORDER)
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-RateLimit-Limit")
                .expectBody()
                .jsonPath("$.by")
                .isEqualTo("account");
        calls.post(Stores.OPERATOR, "/v1/t/insert", ORDER)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.by")
                .isEqualTo("operator");
        refused(calls.post(credentials.token(0), "/v1/t/insert", ORDER), 403, "forbidden");
        refused(calls.post(credentials.session(false), "/v1/t/insert", ORDER), 403, "forbidden");
        refused(calls.post("x.y.z", "/v1/t/insert", ORDER), 401, "not_authenticated");
        refused(calls.post("xyz", "/v1/t/insert", ORDER), 401, "not_authenticated");
    }

    @Test
    void theCooldownCountsWhenTheGatePassesAndHoldsForTheTokenPathOnly() {
        String token = credentials.superuserToken();
        refused(calls.post(token, "/v1/t/insert", "{broken"), 422, "validation_error");
        refused(calls.post(token, "/v1/t/insert", ORDER), 429, "rate_limited")
                .expectBody()
                .jsonPath("$.error.details.limit")
                .isEqualTo(1)
                .jsonPath("$.error.details.window_seconds")
                .isEqualTo(300);
        String session = credentials.session(true);
        calls.post(session, "/v1/t/insert", ORDER).expectStatus().isOk();
        calls.post(session, "/v1/t/insert", ORDER).expectStatus().isOk();
    }

    @Test
    void aTokenThatIsNoSuperusersPaysItsBudgetButNoCooldown() {
        String token = credentials.token(0);
        for (int i = 119; i > 116; i--) {
            refused(calls.post(token, "/v1/t/insert", ORDER), 403, "forbidden")
                    .expectHeader()
                    .valueEquals("X-RateLimit-Remaining", String.valueOf(i));
        }
    }

    @Test
    void maintenanceHasNoCooldown() {
        String token = credentials.superuserToken();
        calls.post(token, "/v1/t/maintain", "").expectStatus().isOk();
        calls.post(token, "/v1/t/maintain", "").expectStatus().isOk();
    }

    @Test
    void aSuperuserTokenRouteTakesNoSession() {
        calls.get(credentials.superuserToken(), "/v1/t/supertoken")
                .expectStatus()
                .isOk();
        refused(calls.get(credentials.token(0), "/v1/t/supertoken"), 403, "forbidden");
        refused(calls.get(credentials.session(true), "/v1/t/supertoken"), 401, "not_authenticated");
    }
}
