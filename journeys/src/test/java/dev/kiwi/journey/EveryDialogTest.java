package dev.kiwi.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions and forms that open above a tab of the portal. */
@ExtendWith(World.Provided.class)
class EveryDialogTest {
    /** Buttons that ask before they do anything. */
    private static final Pattern ASKS = Pattern.compile(
            "(Edit|Change|Rotate|Revoke|Remove|Delete|Disable|Replay|Pause|Draw|New|Log out everywhere|Count again|Make|Correct|Replace|Add a|Set up|Everything|Reject|Release|Dead letters)\\b.*");

    private final World world;

    EveryDialogTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE_DARK")
    void isCleanAndAccessible(Look look) {
        try (Visit visit = world.visit(look)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.mint("for dialogs");
            portal.logIn();
            Set<String> seen = new TreeSet<>();
            SoftAssertions all = new SoftAssertions();
            for (String tab : portal.tabs()) {
                for (String name : questions(portal, visit, tab)) {
                    portal.open(tab);
                    if (opens(visit, name)) {
                        seen.add(tab + ": " + name);
                        all.assertThatCode(() -> visit.assertClean().assertAccessible())
                                .as(tab + ": " + name)
                                .doesNotThrowAnyException();
                        visit.page().keyboard().press("Escape");
                        visit.hook("modal")
                                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
                    }
                }
            }
            all.assertThat(seen).hasSizeGreaterThan(15);
            all.assertAll();
        }
    }

    private static List<String> questions(Portal portal, Visit visit, String tab) {
        portal.open(tab);
        return buttons(visit).allInnerTexts().stream()
                .map(String::strip)
                .filter(ASKS.asMatchPredicate())
                .distinct()
                .toList();
    }

    private static Locator buttons(Visit visit) {
        return visit.page().locator("#tab-body button:enabled:visible:not([type=submit])");
    }

    private static boolean opens(Visit visit, String name) {
        buttons(visit).all().stream()
                .filter(button -> button.innerText().strip().equals(name))
                .findFirst()
                .orElseThrow()
                .click();
        try {
            visit.hook("modal").waitFor(new Locator.WaitForOptions().setTimeout(1_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }
}
