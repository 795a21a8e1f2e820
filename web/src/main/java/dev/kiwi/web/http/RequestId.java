package dev.kiwi.web.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;

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
