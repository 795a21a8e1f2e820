package dev.kiwi.web.gate;

import dev.kiwi.api.token.Scope;
import dev.kiwi.web.gate.Gate.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when a handler has no gate, or one that names no scope of the registry: deny by default. */
final class EveryHandlerHasAGate implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping mapping;

    EveryHandlerHasAGate(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = mapping.getHandlerMethods().values().stream()
                .filter(handler -> !isThirdParty(handler))
                .flatMap(handler -> fault(handler).map(why -> handler + ": " + why).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Handlers without a valid @Gate: " + String.join("; ", faults));
        }
    }

    /**
     * The OpenAPI library's own controller, which serves one open document, and the framework's answer to {@code OPTIONS},
     * which tells the methods of a route.
     */
    static boolean isThirdParty(HandlerMethod handler) {
        String name = handler.getBeanType().getPackageName();
        return name.startsWith("org.springdoc") || name.startsWith("org.springframework.web.reactive.result");
    }

    private static Optional<String> fault(HandlerMethod handler) {
        Gate gate = HandlerGates.gate(handler);
        if (gate == null) {
            return Optional.of("no @Gate on the method or its class");
        }
        boolean scoped = Stream.of(Kind.SCOPE, Kind.PUBLIC).anyMatch(kind -> kind == gate.value());
        if (scoped && Scope.of(gate.scope()).isEmpty()) {
            return Optional.of("unknown scope \"" + gate.scope() + "\"");
        }
        boolean forSessions = Stream.of(Kind.SESSION, Kind.SUPERUSER_SESSION, Kind.MASTER_INGEST)
                .anyMatch(kind -> kind == gate.value());
        if (HandlerGates.has(handler, StepUp.class) && !forSessions) {
            return Optional.of("@StepUp beside a gate that takes no sessions");
        }
        return Optional.empty();
    }
}
