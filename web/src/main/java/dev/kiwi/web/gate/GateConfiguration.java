package dev.kiwi.web.gate;

import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.EndpointLimit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Wires the gates; needs a {@link Credentials} bean, and takes a {@link FeatureSwitches} and a {@link UsageRecording} bean
 * where there is one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSecret.class)
class GateConfiguration {
    @Bean
    HandlerGates handlerGates(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new HandlerGates(mapping);
    }

    @Bean
    EveryHandlerHasAGate everyHandlerHasAGate(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new EveryHandlerHasAGate(mapping);
    }

    @Bean
    Features features(ObjectProvider<FeatureSwitches> switches) {
        return new Features(switches.getIfAvailable(() -> key -> true));
    }

    @Bean
    GateFilter gateFilter(
            HandlerGates handlers,
            Features features,
            Credentials credentials,
            Buckets buckets,
            OperatorSecret operator,
            ObjectProvider<EndpointLimit> endpoints,
            ObjectProvider<UsageRecording> recording) {
        TokenPassages tokens = new TokenPassages(
                credentials,
                buckets,
                endpoints.stream().collect(Collectors.toUnmodifiableMap(EndpointLimit::route, Function.identity())),
                recording.getIfAvailable(() -> (token, exchange) -> {}));
        return new GateFilter(handlers, new GateKeeper(credentials, tokens, buckets, operator), features);
    }

    @Bean
    HeldRequests heldRequests(Credentials credentials) {
        return new HeldRequests(credentials);
    }

    @Bean
    TokenBudgets tokenBudgets(Buckets buckets, ObjectProvider<EndpointLimit> endpoints, HandlerGates handlers) {
        return new TokenBudgets(buckets, endpoints.stream().toList(), handlers);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }
}
