package dev.kiwi.web.http;

import dev.kiwi.api.kernel.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The code of the error that a request is answered with, for those who record requests. */
public final class AnsweredError {
    private static final String ATTRIBUTE = AnsweredError.class.getName();

    private AnsweredError() {}

    static void remember(ServerWebExchange exchange, ErrorCode code) {
        exchange.getAttributes().put(ATTRIBUTE, code);
    }

    /** Null for an answer that is none of our errors. */
    public static @Nullable ErrorCode of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
