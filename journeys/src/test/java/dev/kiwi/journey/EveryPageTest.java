package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page that nobody has to log in for: no complaint, no barrier, no waiting, no jumping. */
@ExtendWith(World.Provided.class)
class EveryPageTest {
    private static final double FIRST_PAINT_MILLIS = 1_000;
    private static final double LAYOUT_SHIFT = 0.05;
    private static final long SCRIPT_BYTES = 150 * 1_024;
    private static final long SCRIPT_BYTES_WITH_CHARTS = 300 * 1_024;

    private final World world;

    EveryPageTest(World world) {
        this.world = world;
    }

    static Stream<Arguments> pagesAndLooks() {
        return Pages.OPEN.stream()
                .flatMap(page -> Stream.of(Look.DESKTOP_LIGHT, Look.PHONE_DARK).map(look -> Arguments.of(page, look)));
    }

    @Test
    void aBarrierWouldBeSeen() {
        try (Visit visit = world.visit(Look.DESKTOP_LIGHT)) {
            visit.open(Pages.OPEN.getFirst().url(world.kiwi()));
            visit.page()
                    .evaluate("document.querySelector('main')"
                            + ".insertAdjacentHTML('beforeend', '<img src=\"/favicon.svg\">')");
            assertThatThrownBy(visit::assertAccessible).hasMessageContaining("image-alt");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesAndLooks")
    void isCleanAccessibleAndQuick(Pages.Shown shown, Look look) {
        try (Visit visit = world.visit(look)) {
            visit.open(shown.url(world.kiwi())).assertClean().assertAccessible();

            assertThat(visit.page().locator("h1").count())
                    .as("headings of the first level")
                    .isEqualTo(1);
            assertThat(visit.layoutShift()).as("layout shift").isLessThan(LAYOUT_SHIFT);
            assertThat(visit.firstPaint()).as("first contentful paint").isLessThan(FIRST_PAINT_MILLIS);
            assertThat(visit.scriptBytes())
                    .as("bytes of script")
                    .isLessThan(shown.charts() ? SCRIPT_BYTES_WITH_CHARTS : SCRIPT_BYTES);
        }
    }
}
