package dev.kiwi.web.siteuser;

import dev.kiwi.web.http.HttpSettings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Ties a sign-in to the browser that began it, so that nobody is signed in as somebody else by a link. */
@Component
class BrowserCookie {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final boolean secure;
    private final String name;

    BrowserCookie(HttpSettings settings) {
        this.secure = "https".equals(settings.apiUrl().getScheme());
        // No other host of the domain can set a cookie of that prefix; browsers take it with https only.
        this.name = (secure ? "__Host-" : "") + "kiwi-site-sign-in";
    }

    /** Null when there is none. */
    @Nullable
    String read(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie != null && SECRET.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    void set(String secret, ServerWebExchange exchange) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name, secret)
                        .httpOnly(true)
                        .secure(secure)
                        .path("/")
                        // Discord's page leads back by a link, which Lax allows.
                        .sameSite("Lax")
                        .maxAge(DiscordSignIn.TIME_TO_AGREE)
                        .build());
    }
}
