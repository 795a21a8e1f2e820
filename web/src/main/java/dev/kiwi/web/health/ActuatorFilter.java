package dev.kiwi.web.health;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.gate.Bearer;
import dev.kiwi.web.gate.OperatorSecret;
import dev.kiwi.web.http.FilterOrder;
import dev.kiwi.web.http.PipelineFilter;
import dev.kiwi.web.http.RoutedPath;
import java.net.InetSocketAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Health is for everybody; the rest of the actuator for programs on this machine and for the operator. */
final class ActuatorFilter implements PipelineFilter {
    private final OperatorSecret operator;

    ActuatorFilter(OperatorSecret operator) {
        this.operator = operator;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = RoutedPath.of(exchange.getRequest());
        boolean guarded = (path.equals("/actuator") || path.startsWith("/actuator/"))
                && !path.equals("/actuator/health")
                && !path.startsWith("/actuator/health/");
        return guarded && !isLocal(exchange.getRequest()) && !operator.matches(Bearer.of(exchange))
                ? Mono.error(new Refusal(ErrorCode.NOT_AUTHENTICATED, "Metrics are for the operator."))
                : chain.filter(exchange);
    }

    /** A forwarded request came from elsewhere, even when the proxy runs on this machine. */
    private static boolean isLocal(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && !request.getHeaders().containsHeader("X-Forwarded-For")
                && !request.getHeaders().containsHeader("Forwarded");
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.ACTUATOR;
    }
}
