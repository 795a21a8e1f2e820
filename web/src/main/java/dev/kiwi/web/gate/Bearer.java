package dev.kiwi.web.gate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** The credential of a request. */
public final class Bearer {
    private static final String SCHEME = "bearer";

    private Bearer() {}

    /** Null for a missing header, another scheme or an empty bearer: all of them count as no credential. */
    public static @Nullable String of(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        int space = header.indexOf(' ');
        if (space < 0 || !header.substring(0, space).equalsIgnoreCase(SCHEME)) {
            return null;
        }
        String bearer = header.substring(space + 1).strip();
        return bearer.isEmpty() ? null : bearer;
    }

    /** Two dots make a JWT; anything else is handled as an API token. */
    static boolean looksLikeJwt(String bearer) {
        return bearer.chars().filter(c -> c == '.').count() == 2;
    }
}
