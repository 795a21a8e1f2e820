package dev.kiwi.web.responsecache;

import org.springframework.web.server.ServerWebExchange;

/**
 * Of a shared answer that depends on the clock: the seconds for which it is the same.
 *
 * @param from unix time; before it, when a clock was set back, the answer is made anew, as it is {@code until} on
 */
public record FreshTime(long from, long until) {
    private static final String ATTRIBUTE = FreshTime.class.getName();
    /** Of an answer that only a change of its read model ends. */
    static final FreshTime EVER = new FreshTime(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Says it of the answer to a request, before the answer is written. */
    public void mark(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static FreshTime of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof FreshTime time ? time : EVER;
    }

    boolean covers(long second) {
        return from <= second && second < until;
    }
}
