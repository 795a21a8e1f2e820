package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the portal does not do to those who work in it (web.md B.1). */
@ExtendWith(World.Provided.class)
class PortalMannersTest {
    private final World world;

    PortalMannersTest(World world) {
        this.world = world;
    }

    @Test
    void aSessionThatEndedDoesNotTakeAwayWhatIsTypedIntoTheLogIn() {
        try (Visit visit =
                world.visit(Look.DESKTOP_LIGHT).foreseeing("/admin/jobs").foreseeing("/auth/refresh")) {
            Page page = visit.page();
            page.clock().install();
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            portal.open("jobs");
            page.evaluate("localStorage.kiwi_jwt = localStorage.kiwi_refresh = 'ended'");
            page.clock().runFor(30_000);
            Locator form = visit.hook("login-form");
            form.waitFor();
            form.locator("[name=email]").fill("somebody@example.com");
            form.locator("[name=password]").focus();

            for (int i = 0; i < 5; i++) {
                page.clock().runFor(10_000);
                // Whatever was asked in those seconds is answered before this.
                page.evaluate("fetch('/health').then(answer => answer.text())");
            }

            assertThat(form.locator("[name=email]").inputValue()).isEqualTo("somebody@example.com");
            assertThat(form.locator("[name=password]").evaluate("field => field === document.activeElement"))
                    .isEqualTo(true);
            visit.assertClean();
        }
    }

    @Test
    void anAddressThatIsNoneShowsTheUsualTab() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            new Portal(world.kiwi(), visit).logIn();
            visit.open(world.kiwi().portal("/#%"));
            visit.hook("token-create").waitFor();
            visit.assertClean();
        }
    }

    @Test
    void aDialogStaysOpenWhenTextIsSelectedOutOfItAndANameCanBeTakenBack() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            portal.open("account");
            rename(visit, "Keeper of the keys");
            Locator shown = visit.page().getByText("Keeper of the keys");
            shown.waitFor();
            rename(visit, "");
            shown.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            visit.assertClean();
        }
    }

    @Test
    void aSecretThatComesAfterItsTabWasLeftIsStillShown() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            portal.open("tokens");
            List<Route> held = new ArrayList<>();
            visit.page().route("**/tokens", route -> {
                if (route.request().method().equals("POST")) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            Locator form = visit.hook("token-create");
            form.locator("[name=name]").fill("left alone");
            form.locator("[name=all]").check();
            form.locator("[type=submit]").click();
            visit.page().waitForCondition(() -> !held.isEmpty());
            portal.open("account");
            held.getFirst().resume();
            Locator dialog = visit.hook("modal");
            assertThat(dialog.locator("[data-hook=token-secret]").textContent()).startsWith("kiwi_");
            visit.page().goBack();
            visit.page().locator("#tab-body[data-tab=tokens]").waitFor();
            assertThat(dialog.isVisible()).isTrue();
            visit.assertAccessible().hook("modal-cancel").click();
            visit.settle().assertClean();
        }
    }

    @Test
    void aDialogOfATabGoesWithIt() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            portal.open("webhooks");
            portal.open("account");
            visit.hook("edit-name").click();
            visit.hook("modal").waitFor();
            visit.page().goBack();
            visit.hook("modal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            visit.settle().assertClean();
        }
    }

    @Test
    void whatABoardIsSetToIsWhatItsFieldSays() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            for (String kind : List.of("weekly", "")) {
                portal.open("leaderboards");
                Locator first = visit.hook("override").first();
                first.selectOption(kind);
                visit.hook("toast").waitFor();
                portal.open("account");
                portal.open("leaderboards");
                assertThat(first.inputValue()).isEqualTo(kind);
            }
            visit.assertClean();
        }
    }

    private static void rename(Visit visit, String name) {
        visit.hook("edit-name").click();
        Locator dialog = visit.hook("modal");
        dialog.locator("[name=name]").fill(name);
        BoundingBox inside = dialog.locator("[name=name]").boundingBox();
        visit.page().mouse().move(inside.x + 20, inside.y + 10);
        visit.page().mouse().down();
        visit.page().mouse().move(5, 5);
        visit.page().mouse().up();
        visit.hook("modal-confirm").click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
