package dev.kiwi.web.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/** The name of one request in headers, error bodies, logs and events (platform.md 1.3). */
public final class RequestId {
    public static final String HEADER = "X-Request-ID";
    /** Key of the Reactor context and of the logging MDC. */
    public static final String CONTEXT_KEY = "rid";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestId() {}

    /** The request's id; {@code -} before it was assigned. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "-");
    }

    /** Puts the id on the log lines of this thread until it is closed. */
    public static MDC.MDCCloseable onLog(ServerWebExchange exchange) {
        return MDC.putCloseable(CONTEXT_KEY, of(exchange));
    }

    /**
     * As {@link #onLog(ServerWebExchange)}, from the context of a subscription. It is done where work changes its thread
     * or logs: Reactor's own propagation wraps every operator, which costs more than all of a read's other work.
     */
    public static MDC.MDCCloseable onLog(ContextView context) {
        return MDC.putCloseable(CONTEXT_KEY, context.getOrDefault(CONTEXT_KEY, "-"));
    }

    /** Takes over the client's id when it is safe to log, else draws a new one. */
    static String assign(ServerWebExchange exchange) {
        String inbound = exchange.getRequest().getHeaders().getFirst(HEADER);
        String id = inbound != null && ACCEPTABLE.matcher(inbound).matches() ? inbound : draw();
        exchange.getAttributes().put(ATTRIBUTE, id);
        return id;
    }

    private static String draw() {
        // A name, not a secret; the secure source would read a file on the event loop.
        return "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
