package dev.kiwi.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingCatalogTest {
    static Stream<SettingDefinition> settings() {
        return SettingCatalog.all().stream();
    }

    @Test
    void theCategoriesAreThoseOfTheSpecAndTwoOfOurOwn() {
        assertThat(settings().collect(Collectors.groupingBy(SettingDefinition::category, Collectors.counting())))
                .isEqualTo(Map.ofEntries(
                        Map.entry("features", 13L),
                        Map.entry("api_rate_limits", 4L),
                        Map.entry("auth_rate_limits", 6L),
                        Map.entry("archive_rate_limits", 6L),
                        Map.entry("ingest_cooldown", 2L),
                        Map.entry("scope_multipliers", 1L),
                        Map.entry("rate_limit_alerts", 2L),
                        Map.entry("cheater_detection", 26L),
                        Map.entry("class_activity", 2L),
                        Map.entry("capture_guard", 4L),
                        Map.entry("renames", 7L),
                        Map.entry("trove_status", 14L),
                        Map.entry("community_feeds", 10L)));
        assertThat(settings().map(SettingDefinition::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingAcceptsItsDefaultAndItsBoundsAndNothingBeyond(SettingDefinition setting) {
        assertThat(setting.key()).matches("[a-z0-9_.]+");
        assertThat(setting.description()).isNotBlank();
        assertThat(setting.accepts(setting.defaultValue())).isTrue();
        boolean isNumber = setting.defaultValue() instanceof Number;
        assertThat(setting.least() == null).isEqualTo(!isNumber).isEqualTo(setting.most() == null);
        if (setting.least() instanceof Integer least && setting.most() instanceof Integer most) {
            assertThat(List.of(least, most)).allMatch(setting::accepts);
            assertThat(List.of(least - 1, most + 1)).noneMatch(setting::accepts);
        }
        if (setting.least() instanceof Double least && setting.most() instanceof Double most) {
            assertThat(List.of(least, most)).allMatch(setting::accepts);
            assertThat(List.of(Math.nextDown(least), Math.nextUp(most), Double.NaN))
                    .noneMatch(setting::accepts);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api_rate_limit_max,120,1,100000",
        "api_rate_limit_window_seconds,60,10,86400",
        "public_anon_rate_limit_max,30,1,100000",
        "public_anon_rate_limit_window_seconds,60,10,86400",
        "signup_rate_limit_max,5,1,1000",
        "signup_rate_limit_window_seconds,3600,60,86400",
        "login_rate_limit_max,10,1,1000",
        "login_rate_limit_window_seconds,300,60,86400",
        "forgot_password_rate_limit_max,5,1,1000",
        "forgot_password_rate_limit_window_seconds,3600,60,86400",
        "leaderboards_hot_retention_days,3,1,3650",
        "leaderboards_archive_query_threshold_days,3,1,3650",
        "leaderboards_archive_rate_limit_max,10,1,10000",
        "leaderboards_archive_rate_limit_window_seconds,60,10,86400",
        "market_archive_rate_limit_max,10,1,10000",
        "market_archive_rate_limit_window_seconds,60,10,86400",
        "ingest_cooldown_max,1,1,1000",
        "ingest_cooldown_window_seconds,300,10,86400",
        "codexes_rate_limit_multiplier,5,1,100",
        "rate_limit_alert_threshold,20,1,10000",
        "rate_limit_digest_window_hours,24,1,168"
    })
    void theCoreIsExactlyAsInTheSpec(String key, int byDefault, int least, int most) {
        SettingDefinition setting = SettingCatalog.find(key).orElseThrow();
        assertThat(List.of(setting.type(), setting.defaultValue(), setting.least(), setting.most()))
                .isEqualTo(List.of(SettingType.INT, byDefault, least, most));
        assertThat(setting.expectation()).isEqualTo("an integer from " + least + " to " + most);
    }

    @Test
    void aFamilyOfLimitsIsAPair() {
        List<String> keys = settings().map(SettingDefinition::key).toList();
        assertThat(keys.stream().filter(key -> key.endsWith("_limit_max") || key.endsWith("_cooldown_max")))
                .hasSize(8)
                .allMatch(key -> keys.contains(key.substring(0, key.length() - "max".length()) + "window_seconds"));
    }

    @Test
    void aVariableThatSetsADefaultIsNamedLikeItsKeyExceptForTheHub() {
        assertThat(settings()
                        .filter(setting -> setting.variable() != null)
                        .filter(setting -> !setting.key().equalsIgnoreCase(setting.variable())))
                .extracting(SettingDefinition::variable)
                .containsExactly("MODS_HUB_ENABLED");
    }

    @Test
    void aSettingWithChoicesAcceptsOnlyThose() {
        SettingDefinition setting =
                new SettingDefinition("k", SettingType.STR, "a", null, null, List.of("a", "b"), false, "c", null, "d");
        assertThat(List.of("a", "b")).allMatch(setting::accepts);
        assertThat(List.<Object>of("A", "", 1)).noneMatch(setting::accepts);
    }

    @Test
    void aTextIsTakenAsItIsUnlessNoStoreCouldKeepIt() {
        SettingDefinition query = SettingCatalog.find("feeds_youtube_query").orElseThrow();
        assertThat(List.of("", "  spaces  ", "宝藏世界", "x".repeat(10_000))).allMatch(query::accepts);
        assertThat(List.of("x".repeat(10_001), "\ud800")).noneMatch(query::accepts);
    }
}
