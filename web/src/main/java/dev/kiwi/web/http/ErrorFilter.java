package dev.kiwi.web.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Answers every error with the one envelope; inside CORS, outside of all the rest. */
public final class ErrorFilter implements PipelineFilter {
    private static final Logger log = LoggerFactory.getLogger(ErrorFilter.class);

    private final ErrorWriter writer;

    public ErrorFilter(ErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> chain.filter(exchange)).onErrorResume(error -> answer(exchange, error));
    }

    /**
     * True for what a handler has decided, or has failed at. False for what was refused before it ran (limits, a body or
     * parameter that is none), and for what the client is told to try again.
     */
    public static boolean isDecision(Throwable error) {
        ErrorAnswer answer = ErrorMapping.answer(error);
        return (ErrorMapping.isRefusal(error) || ErrorMapping.isFault(answer)) && !isWorthATry(answer.status());
    }

    /** True for an answer that says nothing of the request itself: the next one of the same kind may well pass. */
    public static boolean isWorthATry(int status) {
        return status == 401 || status == 429 || status == 503;
    }

    /** Writes the error, and logs it when it is ours. */
    public Mono<Void> answer(ServerWebExchange exchange, Throwable error) {
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Mono.error(error);
        }
        ErrorAnswer answer = ErrorMapping.answer(error);
        AnsweredError.remember(exchange, answer.code());
        String route = exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath().value();
        try (var requestId = RequestId.onLog(exchange)) {
            if (ErrorMapping.isFault(answer)) {
                log.error("{} failed", route, error);
            } else if (answer.status() == 503) {
                log.warn("{} unavailable: {}", route, error.toString());
            }
        }
        // Too late for an envelope: the error ends the connection, so that nobody takes half an answer for a whole one.
        return exchange.getResponse().isCommitted() ? Mono.error(error) : writer.write(exchange, answer, error);
    }

    @Override
    public FilterOrder order() {
        return FilterOrder.ERRORS;
    }
}
