package dev.kiwi.command.upstream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for all of them. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {
    @Bean
    UpstreamClient upstreamClient() {
        return new UpstreamClient();
    }

    @Bean
    BoundedHttp boundedHttp() {
        return new BoundedHttp(new SystemLookup());
    }
}
