package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every tab of the portal. */
@ExtendWith(World.Provided.class)
class EveryTabTest {
    private final World world;

    EveryTabTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP_LIGHT", "PHONE_DARK"})
    void isCleanAndAccessible(Look look) {
        try (Visit visit = world.visit(look)) {
            Portal portal = new Portal(world.kiwi(), visit);
            portal.logIn();
            assertThat(portal.tabs()).hasSizeGreaterThan(15);
            SoftAssertions all = new SoftAssertions();
            for (String tab : portal.tabs()) {
                portal.open(tab);
                all.assertThatCode(() -> visit.assertClean().assertAccessible())
                        .as(tab)
                        .doesNotThrowAnyException();
            }
            all.assertAll();
        }
    }
}
