package dev.kiwi.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
    @ParameterizedTest
    @CsvSource({
        "/market,market",
        "/v1/market/listings,market",
        "/site/market,market",
        "/v1/marketing,",
        "/v1/leaderboards,leaderboards",
        "/player/x,leaderboards",
        "/v1/activity,player_activity",
        "/v1/class-activity,class_activity",
        "/git/mods/a/b,mods_hub",
        "/v1/mods,mods_hub",
        "/v1/mods/popular,mods_hub",
        "/v1/mods/read,",
        "/v1/mods/build,",
        "/v1/modpacks/x,mods_hub",
        "/v1/rotations/delves/x,delves",
        "/v1/rotations/chaos-chest,",
        "/health,",
        "/admin/leaderboards,",
        "/v1/misc/trove-status,server_status"
    })
    void theFeatureOfAPath(String path, @Nullable String feature) {
        String key = "feature_" + feature + "_enabled";
        assertThat(new Features(asked -> feature != null && asked.equals(key)).isOn(path))
                .as("with nothing else on")
                .isTrue();
        assertThat(new Features(asked -> !asked.equals(key)).isOn(path))
                .as("without it")
                .isEqualTo(feature == null);
    }

    @Test
    void whatIsOffIsListed() {
        Features features = new Features(key -> !key.equals("feature_market_enabled"));
        assertThat(features.off()).containsExactly("feature_market_enabled");
        assertThat(features.isOn("/v1/market")).isFalse();
        assertThat(features.isOn("/v1/leaderboards")).isTrue();
    }
}
