package dev.kiwi.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.command.config.SettingStreams;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import dev.kiwi.web.limit.Limit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Defaults, and where they come from. */
class SettingsWithoutAStoreTest {
    private final Map<String, String> variables = new java.util.HashMap<>();

    private LiveSettings settings() {
        return new LiveSettings(
                new SettingStreams(nowhere(), new InMemoryEventStorageEngine()), SettingDefaults.of(variables::get));
    }

    private static PGSimpleDataSource nowhere() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        return nowhere;
    }

    @Test
    void theDefaultsAreServedWhenTheStoreIsAway() {
        LiveSettings settings = settings();
        try (BlockingWork blocking = new BlockingWork();
                SettingRefresh refresh = new SettingRefresh(settings, new Deaf(), blocking)) {
            refresh.start();
            assertThat(settings.integer("api_rate_limit_max").getAsInt()).isEqualTo(120);
            assertThat(settings.decimal("cheaters_elite_cohort_pct").getAsDouble())
                    .isEqualTo(0.05);
            assertThat(settings.text("feeds_bilibili_keyword").get()).isEqualTo("宝藏世界trove");
            assertThat(settings.isOn("feature_market_enabled")).isTrue();
            assertThat(settings.items()).hasSize(SettingCatalog.all().size());
            assertThatThrownBy(() -> refresh.now().block()).hasMessageContaining("Failed to obtain JDBC Connection");
        }
    }

    @Test
    void aVariableSetsTheDefault() {
        variables.putAll(Map.of(
                "API_RATE_LIMIT_MAX", "500",
                "LOGIN_RATE_LIMIT_WINDOW_SECONDS", " 90 ",
                "MODS_HUB_ENABLED", "false",
                "INGEST_COOLDOWN_MAX", ""));
        LiveSettings settings = settings();
        assertThat(settings.limit("api_rate_limit").get()).isEqualTo(new Limit(500, 60));
        assertThat(settings.limit("login_rate_limit").get()).isEqualTo(new Limit(10, 90));
        assertThat(settings.limit("ingest_cooldown").get()).isEqualTo(new Limit(1, 300));
        assertThat(settings.isOn("feature_mods_hub_enabled")).isFalse();
        RuntimeConfigItem item =
                settings.item(SettingCatalog.find("api_rate_limit_max").orElseThrow());
        assertThat(List.of(item.byDefault(), item.value(), item.unchanged())).isEqualTo(List.of(500, 500, true));
    }

    @Test
    void aVariableThatIsNoValueStopsTheStartByName() {
        variables.put("API_RATE_LIMIT_MAX", "many");
        assertThatThrownBy(this::settings)
                .hasMessage("API_RATE_LIMIT_MAX has to be an integer from 1 to 100000, not \"many\"");
    }

    @Test
    void aKeyThatIsNoneOrOfAnotherTypeIsAFaultOfTheCode() {
        assertThatThrownBy(() -> settings().integer("api_rate_limit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api_rate_limit");
        assertThatThrownBy(() -> settings().decimal("api_rate_limit_max")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Hears of nothing. */
    private static final class Deaf implements Invalidations {
        @Override
        public void publish(String topic, String key) {}

        @Override
        public void subscribe(String topic, Consumer<String> listener) {}

        @Override
        public boolean isConnected() {
            return false;
        }
    }
}
