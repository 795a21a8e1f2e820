package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.Projection;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Finds the handler of a request, and the annotations of a handler: the method's own, else its class's. */
public final class HandlerGates {
    private record Key(Class<?> bean, Method method, Class<?> annotation) {}

    /** Looking through a method and its class takes longer than the whole rest of a gate. */
    private static final Map<Key, Optional<Annotation>> FOUND = new ConcurrentHashMap<>();

    private final RequestMappingHandlerMapping mapping;

    public HandlerGates(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Empty when no controller serves the path; 405 when one does, with another method. */
    Mono<HandlerMethod> handler(ServerWebExchange exchange) {
        return mapping.getHandler(exchange)
                .onErrorResume(
                        // A wrong content type must not be told to those who may not call at all.
                        error -> !(error instanceof MethodNotAllowedException),
                        error -> Mono.justOrEmpty(byPath(exchange))
                                .cast(Object.class)
                                .switchIfEmpty(Mono.error(error)))
                .ofType(HandlerMethod.class);
    }

    private Optional<HandlerMethod> byPath(ServerWebExchange exchange) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> matchesPathAndMethod(entry.getKey(), exchange))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matchesPathAndMethod(RequestMappingInfo info, ServerWebExchange exchange) {
        return info.getPatternsCondition().getMatchingCondition(exchange) != null
                && info.getMethodsCondition().getMatchingCondition(exchange) != null;
    }

    /** The templates of all routes whose gate is of this kind, in alphabetical order. */
    List<String> routes(Predicate<Gate> kind) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> {
                    Gate gate = gate(entry.getValue());
                    return gate != null && kind.test(gate);
                })
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .sorted()
                .toList();
    }

    public static @Nullable Gate gate(HandlerMethod handler) {
        return annotation(handler, Gate.class);
    }

    /** True when the handler or its class has the annotation. */
    public static boolean has(HandlerMethod handler, Class<? extends Annotation> type) {
        return annotation(handler, type) != null;
    }

    /** The projections that a handler reads; empty for none. */
    public static List<String> readsFrom(HandlerMethod handler) {
        ReadsFrom reads = annotation(handler, ReadsFrom.class);
        return reads == null
                ? List.of()
                : Arrays.stream(reads.value()).map(Projection::key).toList();
    }

    private static <A extends Annotation> @Nullable A annotation(HandlerMethod handler, Class<A> type) {
        return type.cast(FOUND.computeIfAbsent(
                        new Key(handler.getBeanType(), handler.getMethod(), type), key -> find(handler, type))
                .orElse(null));
    }

    private static Optional<Annotation> find(HandlerMethod handler, Class<? extends Annotation> type) {
        Annotation own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
        return Optional.ofNullable(
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type));
    }
}
