package dev.kiwi.web.responsecache;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.projection.machinery.ReadModelChanges;
import dev.kiwi.web.gate.HandlerGates;
import dev.kiwi.web.invalidate.Invalidations;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Wires the response cache to the changes of those read models that shared answers come from. */
@Configuration(proxyBeanMethods = false)
class ResponseCacheConfiguration {
    @Bean
    ResponseCache responseCache(Invalidations invalidations, Clock clock) {
        return new ResponseCache(invalidations, clock);
    }

    @Bean
    ResponseCacheFilter responseCacheFilter(ResponseCache cache) {
        return new ResponseCacheFilter(cache);
    }

    @Bean
    WebFluxConfigurer largeAnswers(JsonMapper json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.customCodecs().register(new LargeJsonWriter(json));
            }
        };
    }

    @Bean
    SmartInitializingSingleton responseCacheChanges(
            ResponseCache cache,
            ObjectProvider<ReadModelChanges> changes,
            ObjectProvider<RuntimeSettings> settings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () -> {
            Set<String> read = mapping.getHandlerMethods().values().stream()
                    .filter(handler -> HandlerGates.has(handler, SharedResponse.class))
                    .flatMap(handler -> HandlerGates.readsFrom(handler).stream())
                    .collect(Collectors.toUnmodifiableSet());
            changes.ifAvailable(model -> model.subscribe(projection -> {
                if (read.contains(projection)) {
                    cache.changed(projection);
                }
            }));
            // A setting may change what a kept answer says, and what it costs.
            settings.ifAvailable(known -> known.onChange(cache::drop));
        };
    }
}
