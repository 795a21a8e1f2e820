package dev.kiwi.web.paging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets controllers take {@link CursorQuery}. */
@Configuration(proxyBeanMethods = false)
class PagingConfiguration {
    @Bean
    WebFluxConfigurer cursorArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CursorArgument());
            }
        };
    }
}
