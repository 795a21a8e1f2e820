package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.awaitility.Awaitility;
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
            Portal portal = new Portal(world.kiwi(), visit);
            portal.revoke(portal.mint("short-lived"), reason);
            portal.logIn();
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
}
