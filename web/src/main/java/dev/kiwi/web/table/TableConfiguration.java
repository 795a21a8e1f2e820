package dev.kiwi.web.table;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Offers every answer that is a {@link dev.kiwi.api.kernel.TableRows} as CSV and NDJSON. */
@Configuration(proxyBeanMethods = false)
class TableConfiguration {
    @Bean
    WebFluxConfigurer tables(JsonMapper json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.customCodecs().register(new TableWriter(json));
            }
        };
    }
}
