package dev.kiwi.web.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Wires what every request goes through; the order is in {@link FilterOrder}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:kiwi-http.properties")
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {
    @Bean
    Pipeline pipeline(List<PipelineFilter> filters, MeterRegistry meters) {
        return new Pipeline(filters, new RequestTimers(meters));
    }

    @Bean
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    CorsFilter corsFilter(HttpSettings settings) {
        return new CorsFilter(settings);
    }

    @Bean
    ErrorFilter errorFilter(JsonMapper json) {
        return new ErrorFilter(new ErrorWriter(json));
    }

    @Bean
    ClientIp clientIp(HttpSettings settings) {
        return new ClientIp(settings.trustedProxies());
    }

    @Bean
    ClientIpFilter clientIpFilter(ClientIp clientIp) {
        return new ClientIpFilter(clientIp);
    }

    @Bean
    SecurityHeadersFilter securityHeadersFilter(HttpSettings settings) {
        return new SecurityHeadersFilter(settings.apiUrl());
    }

    @Bean
    BodyCapFilter bodyCapFilter(HttpSettings settings) {
        return new BodyCapFilter(settings.bodyCaps());
    }

    @Bean
    HeldBodies heldBodies(HttpSettings settings) {
        long largest = settings.bodyCaps().largestHeld();
        // A quarter of the heap: what is made of a body takes more than the body.
        long most = Math.max(Runtime.getRuntime().maxMemory() / 4, largest);
        return new HeldBodies(most, Math.max(most / 8, 2 * largest));
    }

    @Bean
    StreamedBodyCap streamedBodyCap(HttpSettings settings, HeldBodies held, ClientIp clientIp) {
        return new StreamedBodyCap(settings.bodyCaps(), held, clientIp);
    }

    @Bean
    SlowClients slowClients() {
        return SlowClients.USUAL;
    }

    @Bean
    HeadFilter headFilter() {
        return new HeadFilter();
    }

    @Bean
    WebFluxRegistrations routes() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new BackgroundMappings();
            }
        };
    }

    @Bean
    BlockingWork blockingWork() {
        return new BlockingWork();
    }

    @Bean
    JsonConventions jsonConventions() {
        return new JsonConventions();
    }

    /** A body that is decoded as a whole may be as large as the general cap; the framework's own 256 KiB would be in the way. */
    @Bean
    WebFluxConfigurer bodySizes(HttpSettings settings) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.defaultCodecs().maxInMemorySize((int)
                        settings.bodyCaps().other());
                NoCbor.in(configurer.defaultCodecs());
            }
        };
    }
}
