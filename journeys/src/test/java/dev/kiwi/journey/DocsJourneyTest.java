package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Samples of the documentation that are for a browser. */
@ExtendWith(World.Provided.class)
class DocsJourneyTest {
    private final World world;

    DocsJourneyTest(World world) {
        this.world = world;
    }

    @Test
    void theSampleListensToTheStream() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            visit.open(world.kiwi().docs("/guide/events"));
            String sample = visit.page()
                    .locator("pre", new Page.LocatorOptions().setHasText("new EventSource"))
                    .first()
                    .textContent();

            ConsoleMessage live = visit.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(message -> message.text().startsWith("live; types:")),
                            () -> visit.page().evaluate("() => {" + sample + "}"));

            assertThat(live.text()).contains("leaderboards");
            visit.assertClean();
        }
    }
}
