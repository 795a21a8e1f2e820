package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From signing up to the first call, and on to the end of the token. */
@ExtendWith(World.Provided.class)
class DeveloperJourneyTest {
    private static final Pattern LINK = Pattern.compile("(http://\\S*/auth/verify-email\\?[^\\s\"<>]+)");
    private static final String PASSWORD = "quiet orchard lantern 42";

    private final World world;

    DeveloperJourneyTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void fromSignUpToTheFirstCallToRevoke(Look look) {
        String email = "dev-" + look.name().toLowerCase(Locale.ROOT) + "@journey.example";
        try (Visit visit = world.visit(look)) {
            signUp(visit, email);
            visit.open(verificationLink(email)).assertClean();
            logIn(visit, email);
            String token = mint(visit);
            assertThat(call(visit, token)).as("a call with the new token").isEqualTo(200);
            callFromTheConsole(visit);
            revoke(visit);
            assertThat(call(visit, token)).as("a call with the revoked token").isEqualTo(401);
            visit.assertClean();
        }
    }

    private void signUp(Visit visit, String email) {
        visit.open(world.kiwi().portal("/"));
        visit.page().locator("[data-mode=signup]").click();
        Locator form = visit.hook("signup-form");
        form.locator("[name=email]").fill(email);
        form.locator("[name=password]").fill(PASSWORD);
        visit.assertAccessible();
        // What is sent faster than a person types is taken for a program's.
        visit.page().waitForTimeout(3_500);
        form.locator("[type=submit]").click();
        visit.hook("login-form").waitFor();
        assertThat(visit.hook("toast").textContent()).contains("mail");
    }

    private String verificationLink(String email) {
        Matcher link = LINK.matcher(world.kiwi().mailTo(email));
        assertThat(link.find()).as("a link in the mail").isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private void logIn(Visit visit, String email) {
        visit.open(world.kiwi().portal("/"));
        Locator form = visit.hook("login-form");
        form.locator("[name=email]").fill(email);
        form.locator("[name=password]").fill(PASSWORD);
        form.locator("[type=submit]").click();
        visit.hook("token-create").waitFor();
        visit.settle().assertAccessible();
    }

    private static String mint(Visit visit) {
        Locator form = visit.hook("token-create");
        form.locator("[name=name]").fill("leader bot");
        form.locator("label", new Locator.LocatorOptions().setHasText("leaderboards:read"))
                .locator("[name=scope]")
                .check();
        form.locator("[type=submit]").click();
        String token = visit.hook("token-secret").textContent();
        assertThat(token).matches("kiwi_[A-Za-z0-9]{43}_[A-Za-z0-9]{1,6}");
        visit.hook("token-row").waitFor();
        assertThat(visit.hook("token-row").textContent()).contains("leader bot");
        return token;
    }

    private int call(Visit visit, String token) {
        APIResponse answer = visit.page()
                .context()
                .request()
                .get(
                        world.kiwi().site("/v1/leaderboards/timestamps"),
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token));
        return answer.status();
    }

    private void callFromTheConsole(Visit visit) {
        tab(visit, "console");
        visit.hook("console-form").waitFor();
        visit.hook("console-form").locator("[type=submit]").click();
        visit.hook("console-status").waitFor();
        assertThat(visit.hook("console-status").textContent()).contains("200");
        visit.settle().assertClean().assertAccessible();
    }

    private static void revoke(Visit visit) {
        tab(visit, "tokens");
        visit.hook("token-row").waitFor();
        visit.hook("token-row")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        visit.hook("modal").waitFor();
        visit.settle().assertAccessible();
        visit.hook("modal-confirm").click();
        visit.hook("revoked").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    /** Through the menu, which a phone opens first. */
    static void tab(Visit visit, String id) {
        Page page = visit.page();
        if (visit.look().isPhone()) {
            page.locator("#nav-toggle").click();
        }
        page.locator("[data-tab=" + id + "]").first().click();
        page.locator("#tab-body[data-tab=" + id + "]").waitFor();
        visit.settle();
    }
}
