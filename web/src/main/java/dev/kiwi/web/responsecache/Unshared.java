package dev.kiwi.web.responsecache;

import org.springframework.web.server.ServerWebExchange;

/** Marks a request whose answer cost its caller something that the next one has to pay too. */
public final class Unshared {
    private static final String ATTRIBUTE = Unshared.class.getName();

    private Unshared() {}

    public static void mark(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, true);
    }

    static boolean is(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) != null;
    }
}
