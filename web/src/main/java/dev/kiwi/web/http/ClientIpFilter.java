package dev.kiwi.web.http;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Works out the client's address once a request. */
public final class ClientIpFilter implements WebFilter, Ordered {
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
    public int getOrder() {
        return FilterOrder.CLIENT_IP.order();
    }
}
