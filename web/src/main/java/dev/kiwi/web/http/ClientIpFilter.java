package dev.kiwi.web.http;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Works out the client's address once a request. */
public final class ClientIpFilter implements PipelineFilter {
    private final ClientIp clientIp;

    public ClientIpFilter(ClientIp clientIp) {
        this.clientIp = clientIp;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        clientIp.remember(exchange);
        return chain.filter(exchange);
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.CLIENT_IP;
    }
}
