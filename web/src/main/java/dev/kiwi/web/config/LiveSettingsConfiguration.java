package dev.kiwi.web.config;

import dev.kiwi.command.config.SettingStreams;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.invalidate.Invalidations;
import dev.kiwi.web.limit.ConfiguredLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The settings in force, and who asks for them: the features and the limits. */
@Configuration(proxyBeanMethods = false)
class LiveSettingsConfiguration {
    @Bean
    LiveSettings liveSettings(SettingStreams streams, Environment environment) {
        return new LiveSettings(streams, SettingDefaults.of(environment::getProperty));
    }

    @Bean(initMethod = "start")
    SettingRefresh settingRefresh(LiveSettings settings, Invalidations invalidations, BlockingWork blocking) {
        return new SettingRefresh(settings, invalidations, blocking);
    }

    @Bean
    @Primary
    LiveLimits liveLimits(ConfiguredLimits configured, LiveSettings settings) {
        return new LiveLimits(configured, settings);
    }
}
