package dev.kiwi.web.idempotency;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.http.ClientIp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** Under which name an answer is kept: caller, method, path without query, and the client's key (platform.md 1.13). */
final class Identity {
    private Identity() {}

    /** A caller with a credential: other bodies under the same key are the same request. */
    static String of(Caller caller, ServerWebExchange exchange, String key) {
        return identity(caller.actor().kind() + ":" + caller.actor().id(), exchange, key);
    }

    /** Anonymous callers share an address, so what they send is part of the name. */
    static String ofAnonymous(byte[] body, ServerWebExchange exchange, String key) {
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return identity("ip:" + ClientIp.of(exchange) + ":" + route + ":" + sha256(body), exchange, key);
    }

    private static String identity(String caller, ServerWebExchange exchange, String key) {
        ServerHttpRequest request = exchange.getRequest();
        String text =
                caller + ":" + request.getMethod() + ":" + request.getPath().value() + ":" + key;
        return "idem:" + sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
