package dev.kiwi.web.gate;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.MappedRoute;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Acts that hand out access, take it from others or change the rules: a stolen session alone must not do them. */
@ExtendWith(WithKiwi.class)
class DangerousActsTest {
    private final RunningKiwi kiwi;
    private final List<MappedRoute> dangerous;

    DangerousActsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.dangerous = MappedRoute.of(kiwi).stream()
                .filter(route -> HandlerGates.has(route.handler(), StepUp.class))
                .toList();
    }

    @Test
    void theseNeedAFreshSecondFactor() {
        assertThat(dangerous.stream().map(MappedRoute::toString))
                .contains(
                        "POST /tokens",
                        "POST /tokens/{id}/rotate",
                        "PATCH /tokens/{id}",
                        "POST /tokens/{id}/enable",
                        "POST /webhooks",
                        "PATCH /webhooks/{id}",
                        "DELETE /webhooks/{id}",
                        "POST /auth/second-factor/confirm",
                        "POST /auth/change-password",
                        "POST /auth/change-email",
                        "POST /auth/delete-account",
                        "DELETE /auth/second-factor",
                        "POST /auth/second-factor/recovery-codes",
                        "DELETE /admin/users/{id}/second-factor",
                        "POST /admin/users/{id}/logout-all",
                        "DELETE /admin/users/{id}/tokens",
                        "POST /admin/tokens/{id}/revoke",
                        "PUT /admin/config/{key}",
                        "DELETE /admin/config/{key}",
                        "POST /admin/signing-keys/rotate",
                        "POST /admin/site-users/{id}/deactivate",
                        "POST /admin/site-users/{id}/logout",
                        "POST /admin/giveaways/{id}/draw",
                        "POST /admin/giveaways/{id}/cancel",
                        "PATCH /admin/vault/items/{id}",
                        "DELETE /admin/vault/items/{id}",
                        "GET /admin/vault/items/{id}/codes",
                        "POST /admin/vault/items/{id}/codes",
                        "PATCH /admin/vault/codes/{id}",
                        "DELETE /admin/vault/codes/{id}",
                        "POST /admin/projections/{name}/replay",
                        "POST /admin/projections/{name}/dead-letters/{id}/evict",
                        "POST /v1/leaderboards/reset",
                        "POST /v1/leaderboards/reingest-backlog");
    }

    @Test
    void aSessionThatHasNotShownItLatelyDoesNoneOfThem() {
        Account admin = kiwi.superuser();
        kiwi.send(new EnableSecondFactor(admin.id(), 10));
        for (MappedRoute act : dangerous) {
            JsonNode refusal = json(
                    kiwi.with(admin.session())
                            .method(HttpMethod.valueOf(act.method()))
                            .uri(act.path().replaceAll("\\{\\w+}", new ObjectId().toHexString()))
                            .exchange(),
                    403);
            assertThat(refusal.at("/error/code").stringValue()).as("%s", act).isEqualTo("step_up_required");
        }
    }

    /** What ends access of one's own is never in the way: a leak has to be stopped at once. */
    @Test
    void stoppingOnesOwnAccessNeedsNone() {
        assertThat(dangerous.stream().map(MappedRoute::toString))
                .doesNotContain(
                        "POST /tokens/{id}/revoke",
                        "POST /tokens/{id}/disable",
                        "POST /auth/logout-all",
                        "DELETE /auth/sessions/{id}");
    }
}
