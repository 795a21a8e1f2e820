package dev.kiwi.web.gate;

import org.springframework.web.server.ServerWebExchange;

/** Marks a read that a page of the site makes: public data, for anybody, with a budget of its own (web.md D.9). */
public final class SiteCall {
    private static final String ATTRIBUTE = SiteCall.class.getName();

    private SiteCall() {}

    public static void mark(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, true);
    }

    static boolean is(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) != null;
    }
}
