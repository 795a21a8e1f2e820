package dev.kiwi.web.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;

/** The name of one request in headers, error bodies, logs and events (platform.md 1.3). */
public final class RequestId {
    public static final String HEADER = "X-Request-ID";
    /** Key of the Reactor context and of the logging MDC. */
    public static final String CONTEXT_KEY = "rid";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final SecureRandom RANDOM = new SecureRandom();

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
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return "req_" + HexFormat.of().formatHex(bytes);
    }
}
