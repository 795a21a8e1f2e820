package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signs in with Discord, takes part in a giveaway, says which player they are, and leaves for good. */
@ExtendWith(World.Provided.class)
class SitePersonJourneyTest {
    private final World world;

    SitePersonJourneyTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void fromSigningInToTheEndOfTheAccount(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().named("/leaderboards"));
            String player = ranked(visit, look.ordinal());
            visit.open(world.kiwi().named("/giveaways"));
            checkADraw(visit);
            enter(visit);
            visit.open(world.kiwi().named("/dashboard"));
            visit.assertClean().assertAccessible();
            section(visit, "giveaways");
            assertThat(visit.hook("giveaway").textContent()).contains("the draw is to come");
            section(visit, "sessions");
            assertThat(visit.hook("session").textContent()).contains("this device");
            leadsNowhereElse(visit);
            anotherTabHasTheNewTokens(visit);
            nobodyIsSignedInByALink(visit);
            claim(visit, player);
            deleteTheAccount(visit);
        }
    }

    private static String ranked(Visit visit, int nth) {
        visit.hook("entry-row").first().waitFor();
        return visit.hook("entry-row").nth(nth).locator(".name").textContent().strip();
    }

    private static void checkADraw(Visit visit) {
        visit.page()
                .locator("[data-hook=giveaway][data-status=drawn] [data-hook=proof]")
                .first()
                .click();
        visit.hook("proof-result").waitFor();
        assertThat(visit.hook("proof-result").textContent()).contains("✓").doesNotContain("✗");
        visit.assertClean().assertAccessible();
        visit.page().keyboard().press("Escape");
    }

    /** Which leads over the sign-in. */
    private static void enter(Visit visit) {
        visit.hook("enter").first().click();
        visit.page().locator("#discord").click();
        visit.page().waitForURL(url -> url.endsWith("/giveaways") && !url.contains("/login"));
        visit.settle();
        visit.hook("enter").first().click();
        visit.hook("entered").first().waitFor();
        visit.assertClean().assertAccessible();
    }

    /** A browser reads a tab after the first slash as none, and leaves dots out: {@code //example.com}. */
    private void leadsNowhereElse(Visit visit) {
        for (String next :
                List.of("/%09/example.com", "/.//example.com", "/x/..//example.com", "/%252e//example.com")) {
            visit.open(world.kiwi().named("/login?next=" + next));
            visit.page().waitForURL(world.kiwi().named("/dashboard"));
            visit.settle();
        }
    }

    /** One tab exchanges the tokens while the other waits, and then has them too: they are good once. */
    private void anotherTabHasTheNewTokens(Visit visit) {
        visit.page().evaluate("""
                () => { navigator.locks.request("kiwi_site_refresh", () => new Promise(done => { window.done = done; }));
                        window.fresh = localStorage.kiwi_site_jwt; localStorage.kiwi_site_jwt = "old.old.old"; }""");
        Page other = visit.page().context().newPage();
        AtomicInteger exchanges = new AtomicInteger();
        other.onRequest(request -> {
            if (request.url().endsWith("/v1/site-auth/refresh")) {
                exchanges.incrementAndGet();
            }
        });
        other.waitForResponse(
                answer -> answer.status() == 401,
                () -> other.navigate(world.kiwi().named("/dashboard")));
        visit.page().evaluate("() => { localStorage.kiwi_site_jwt = window.fresh; window.done(); }");
        other.locator("[data-section=profile]").waitFor();
        assertThat(exchanges).hasValue(0);
        other.close();
    }

    private void nobodyIsSignedInByALink(Visit visit) {
        visit.open(world.kiwi().named("/login#discord=of-somebody-else"));
        Locator said = visit.page().locator("#login-error");
        said.filter(new Locator.FilterOptions().setHasText("begun elsewhere")).waitFor();
        visit.open(world.kiwi().named("/dashboard"));
        visit.assertClean();
    }

    private static void claim(Visit visit, String player) {
        section(visit, "leaderboard");
        visit.hook("section").locator("[name=name]").fill(player);
        button(visit.hook("section"), "Claim").click();
        button(visit.hook("section"), "Release").waitFor();
        assertThat(visit.hook("section").textContent()).contains(player).contains("waiting for approval");
        visit.hook("board-spark").first().waitFor();
        assertThat(visit.hook("board-spark").count()).isLessThanOrEqualTo(6);
        assertThat(visit.hook("section").textContent()).doesNotContainPattern("Board \\d+");
        visit.settle().assertClean().assertAccessible();
    }

    private static void deleteTheAccount(Visit visit) {
        section(visit, "profile");
        button(visit.hook("section"), "Delete my account").click();
        Locator dialog = visit.hook("modal");
        visit.assertAccessible();
        dialog.locator("[name=name]").fill(dialog.locator("strong").textContent());
        visit.hook("modal-confirm").click();
        visit.page().waitForURL(url -> url.contains("/login"));
        visit.settle().assertClean();
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void section(Visit visit, String id) {
        visit.page().locator("[data-section=" + id + "]").click();
        visit.settle().assertClean().assertAccessible();
    }
}
