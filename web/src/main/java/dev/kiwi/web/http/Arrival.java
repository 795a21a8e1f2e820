package dev.kiwi.web.http;

import org.springframework.web.server.ServerWebExchange;

/** When a request came in, for the time that it took. */
public final class Arrival {
    private static final String ATTRIBUTE = Arrival.class.getName();

    private Arrival() {}

    static void note(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, System.nanoTime());
    }

    /** Since the outermost filter saw it; 0 when none has. */
    public static long nanosSince(ServerWebExchange exchange) {
        Long arrived = exchange.getAttribute(ATTRIBUTE);
        return arrived == null ? 0 : System.nanoTime() - arrived;
    }
}
