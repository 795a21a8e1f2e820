package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finds a player, reads a chart, takes the calendar along. */
@ExtendWith(World.Provided.class)
class VisitorJourneyTest {
    private final World world;

    VisitorJourneyTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void findsAPlayerByTheKeyboardAlone(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/leaderboards"));
            visit.hook("entry-row").first().waitFor();
            String name = visit.hook("entry-row")
                    .first()
                    .locator(".name")
                    .textContent()
                    .strip();

            Page page = visit.page();
            page.keyboard().press("Control+k");
            visit.hook("palette").waitFor();
            // Faster than the search: the name counts, not the pages that were listed before it.
            page.keyboard().type(name);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/player/"));
            visit.settle();

            assertThat(page.locator("h1").textContent()).contains(name);
            assertThat(visit.hook("board-tile").count()).isPositive();
            visit.assertClean().assertAccessible();
        }
    }

    /** The address behind the # is what the page shows. */
    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void skipsToTheContentAndStaysWithWhatWasChosen(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/status#days=7"));
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().evaluate("document.activeElement.id + location.hash"))
                    .isEqualTo("main#days=7");
            visit.assertClean();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void findsItsWayWithoutAScript(Look look) {
        try (BrowserContext browser = world.withoutScript(look)) {
            Page page = browser.newPage();
            page.navigate(world.kiwi().site("/documentation"));
            page.locator("#nav summary").first().click();
            String there = page.locator("#nav .menu a").first().getAttribute("href");
            page.locator("#nav .menu a").first().click();
            page.waitForURL(url -> url.endsWith(there));
            page.locator("h1").waitFor();
            assertThat(page.locator(".theme-toggle").isVisible()).isFalse();
            assertThat((int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void looksCloserAtHowAServerStood(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/status"));
            Locator bar = visit.hook("timeline");
            bar.waitFor();
            int whole = visit.hook("bar-segment").count();
            bar.scrollIntoViewIfNeeded();
            BoundingBox box = bar.boundingBox();
            visit.page().mouse().move(box.x + box.width * 0.9, box.y + 10);
            visit.page().mouse().down();
            visit.page().mouse().move(box.x + box.width * 0.95, box.y + 10);
            visit.page().mouse().up();
            visit.hook("timeline-whole").waitFor();
            assertThat(visit.hook("bar-segment").count()).isLessThan(whole);

            visit.hook("timeline-table").click();
            assertThat(visit.page().locator("#history tbody tr").count()).isGreaterThanOrEqualTo(whole);
            visit.assertClean().assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void readsAChartAsAPictureAndAsText(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/activity?period=7d"));
            visit.hook("chart").waitFor();
            assertThat(visit.hook("chart").locator("canvas").count()).isEqualTo(1);

            visit.hook("chart-table").click();
            Locator rows = visit.hook("chart").locator("tbody tr");
            assertThat(rows.count()).isGreaterThan(24);
            assertThat(rows.first().textContent()).contains("Trove time");
            visit.assertClean().assertAccessible();

            visit.page().locator("[data-period='1d']").click();
            visit.settle();
            assertThat(visit.page().url()).endsWith("period=1d");
            assertThat(visit.page().locator("[data-period='1d']").getAttribute("aria-pressed"))
                    .isEqualTo("true");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void putsTheFeedIntoACalendar(Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(world.kiwi().site("/calendar"));
            visit.page().locator("[data-hook=type][data-type=stampy]").click();

            String address = visit.hook("ics-url").inputValue();
            assertThat(address).contains("/v1/rotations/calendar.ics?type=").doesNotContain("stampy");
            assertThat(visit.hook("ics-subscribe").getAttribute("href")).startsWith("webcal://");
            APIResponse feed = visit.page().context().request().get(address);
            assertThat(feed.status()).isEqualTo(200);
            assertThat(feed.headers().get("content-type")).startsWith("text/calendar");
            assertThat(feed.text())
                    .startsWith("BEGIN:VCALENDAR")
                    .contains("Corruxion")
                    .doesNotContain("Stampy");
            visit.assertClean().assertAccessible();
        }
    }
}
