package dev.kiwi.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.config.ConfigEvent.SettingOverridden;
import dev.kiwi.api.config.ConfigEvent.SettingReset;
import dev.kiwi.api.config.OverrideSetting;
import dev.kiwi.api.config.ResetSetting;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ADMIN = "a".repeat(24);
    private static final String INT = "api_rate_limit_max";
    private static final String FLOAT = "cheaters_z_threshold";
    private static final String BOOL = "feature_market_enabled";
    private static final String STR = "feeds_youtube_query";

    private final List<String> announced = new ArrayList<>();
    private AggregateTestFixture<Setting> setting;

    @BeforeEach
    void fixture() {
        setting = new AggregateTestFixture<>(Setting.class);
        setting.registerInjectableResource((SettingChanges) announced::add);
        setting.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                INT + ",200,200",
                INT + ",1,1",
                INT + ",100000,100000",
                FLOAT + ",5,5.0",
                FLOAT + ",1.0,1.0",
                FLOAT + ",2e1,20.0",
                BOOL + ",false,false",
                STR + ",'\" x \"','\" x \"'",
                STR + ",'\"\"','\"\"'"
            })
    void givenNothingWhenOverriddenThenTheValueIsStoredInItsOneForm(String key, String json, String stored) {
        setting.givenNoPriorActivity()
                .when(new OverrideSetting(key, json, ADMIN))
                .expectEvents(new SettingOverridden(key, stored, ADMIN, NOW));
        assertThat(announced).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                INT + ",0",
                INT + ",100001",
                INT + ",-1",
                INT + ",10.0",
                INT + ",1e2",
                INT + ",true",
                INT + ",null",
                INT + ",'\"10\"'",
                INT + ",99999999999999999999",
                INT + ",[10]",
                INT + ",''",
                INT + ",1 2",
                FLOAT + ",0.99",
                FLOAT + ",20.01",
                FLOAT + ",1e400",
                FLOAT + ",true",
                FLOAT + ",'\"5\"'",
                FLOAT + ",null",
                BOOL + ",0",
                BOOL + ",'\"true\"'",
                BOOL + ",null",
                STR + ",7",
                STR + ",true",
                STR + ",null",
                STR + ",{}"
            })
    void givenAValueThatIsNoneOfItsTypeOrBeyondItsBoundsWhenOverriddenThenRefused(String key, String json) {
        setting.givenNoPriorActivity()
                .when(new OverrideSetting(key, json, ADMIN))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        assertThat(announced).isEmpty();
    }

    @Test
    void givenAKeyThatNoSettingHasWhenOverriddenThenItIsNotFound() {
        setting.givenNoPriorActivity()
                .when(new OverrideSetting("feedback.per_ip_max", "3", ADMIN))
                .expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void givenAnOverrideWhenOverriddenByTheSameValueThenNothingHappens() {
        setting.given(new SettingOverridden(FLOAT, "5.0", null, NOW))
                .when(new OverrideSetting(FLOAT, "5", ADMIN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        assertThat(announced).isEmpty();
    }

    @Test
    void givenAnOverrideWhenOverriddenByTheDefaultThenItStaysAnOverride() {
        setting.given(new SettingOverridden(INT, "7", ADMIN, NOW))
                .when(new OverrideSetting(INT, "120", ADMIN))
                .expectEvents(new SettingOverridden(INT, "120", ADMIN, NOW));
    }

    @Test
    void givenAnOverrideWhenResetThenTheDefaultCounts() {
        setting.given(new SettingOverridden(INT, "7", ADMIN, NOW))
                .when(new ResetSetting(INT, null))
                .expectEvents(new SettingReset(INT, null, NOW));
        assertThat(announced).containsExactly(INT);
    }

    @Test
    void givenASettingThatWasResetWhenResetAgainThenNothingHappens() {
        setting.given(new SettingOverridden(INT, "7", ADMIN, NOW), new SettingReset(INT, ADMIN, NOW))
                .when(new ResetSetting(INT, ADMIN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        assertThat(announced).isEmpty();
    }

    @Test
    void givenASettingThatWasResetWhenOverriddenAsBeforeThenItIsOverriddenAgain() {
        setting.given(new SettingOverridden(INT, "7", ADMIN, NOW), new SettingReset(INT, ADMIN, NOW))
                .when(new OverrideSetting(INT, "7", ADMIN))
                .expectEvents(new SettingOverridden(INT, "7", ADMIN, NOW));
    }

    @Test
    void givenNothingWhenResetThenThereIsNothingToReset() {
        setting.givenNoPriorActivity()
                .when(new ResetSetting(INT, ADMIN))
                .expectException(AggregateNotFoundException.class);
    }

    private static org.hamcrest.Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }
}
