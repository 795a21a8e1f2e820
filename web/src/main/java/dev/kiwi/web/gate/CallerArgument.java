package dev.kiwi.web.gate;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands {@link Caller} (or the one kind that the gate lets in) to a controller method. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        Caller caller = Passage.caller(exchange);
        return parameter.getParameterType().isInstance(caller)
                ? Mono.just(caller)
                : Mono.error(new IllegalStateException("The gate of " + parameter.getMethod() + " let in a "
                        + caller.getClass().getSimpleName()));
    }
}
