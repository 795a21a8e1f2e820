package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who did it, and why? And: make a read model anew. */
@ExtendWith(World.Provided.class)
class AdminJourneyTest {
    private final World world;

    AdminJourneyTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void findsWhoRevokedATokenAndWhy(Look look) {
        String reason = "seen in a forum by somebody on a " + look.name();
        try (Visit visit = world.visit(look)) {
            mintAndRevoke(visit.page().context().request(), reason);
            new Portal(world.kiwi(), visit).logIn();
            DeveloperJourneyTest.tab(visit, "history");

            Locator filter = visit.hook("history-filter");
            filter.locator("[name=type]").fill("token.TokenRevoked");
            filter.locator("[type=submit]").click();
            Locator newest = visit.page()
                    .locator("[data-hook=event-row]", new Page.LocatorOptions().setHasText("token.TokenRevoked"))
                    .first();
            newest.waitFor();
            newest.locator("summary").click();
            newest.locator("pre").waitFor();

            assertThat(newest.locator("pre").textContent()).contains(reason);
            assertThat(newest.textContent()).contains("by account:").contains("A request led to it directly");
            visit.settle().assertClean().assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void replaysAProjectionAndWatchesItFinish(Look look) {
        try (Visit visit = world.visit(look)) {
            new Portal(world.kiwi(), visit).logIn();
            DeveloperJourneyTest.tab(visit, "projections");
            Locator row = visit.page()
                    .locator("[data-hook=projection-row]", new Page.LocatorOptions().setHasText("audit"))
                    .first();
            row.waitFor();
            row.locator("[data-hook=replay]").click();
            visit.hook("modal-confirm").click();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(row.textContent()).contains("Replayed").contains("running"));
            visit.assertClean().assertAccessible();
        }
    }

    private void mintAndRevoke(APIRequestContext http, String reason) {
        String session = field(
                post(http, "/auth/login", null, Map.of("email", KiwiProcess.ADMIN, "password", KiwiProcess.PASSWORD)),
                "access_token");
        String minted = post(http, "/tokens", session, Map.of("name", "short-lived", "scopes", 0))
                .text();
        post(http, "/tokens/" + field(minted, "id") + "/revoke", session, Map.of("reason", reason));
    }

    private APIResponse post(APIRequestContext http, String path, @Nullable String session, Map<String, Object> body) {
        RequestOptions options = RequestOptions.create().setData(body);
        if (session != null) {
            options.setHeader("Authorization", "Bearer " + session);
        }
        APIResponse answer = http.post(world.kiwi().site(path), options);
        assertThat(answer.ok()).as(path + " " + answer.text()).isTrue();
        return answer;
    }

    private static String field(APIResponse answer, String name) {
        return field(answer.text(), name);
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(name + " in an answer").isTrue();
        return found.group(1);
    }
}
