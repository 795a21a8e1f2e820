package dev.kiwi.web.account;

import dev.kiwi.command.account.github.GithubLoginFailure;
import dev.kiwi.web.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Where a login at GitHub sends a browser: to GitHub, and then to the portal; nobody can name another target. */
@Component
class GithubRedirects {
    private static final String COOKIE = "kiwi_github";

    private final String portal;
    private final boolean secure;
    private final String cookie;

    GithubRedirects(HttpSettings settings) {
        String dev = settings.devUrl().toString();
        this.portal = dev.endsWith("/") ? dev : dev + "/";
        this.secure = "https".equalsIgnoreCase(settings.apiUrl().getScheme());
        // Only this host can set a cookie of that prefix, none of its siblings.
        this.cookie = secure ? "__Host-" + COOKIE : COOKIE;
    }

    /** @param browser what tells this browser from all others when it comes back */
    ResponseEntity<Void> toGithub(URI authorization, String browser) {
        return to(authorization, cookie(browser, GithubLogin.BEGUN));
    }

    /** @param code what the portal exchanges, in the fragment, which browsers send to nobody */
    ResponseEntity<Void> toPortal(String code) {
        return to(URI.create(portal + "#oauth=" + code), cookie("", Duration.ZERO));
    }

    /** The cookie stays: another login may be on its way in the same browser. */
    ResponseEntity<Void> toPortal(GithubLoginFailure.Reason reason) {
        return to(URI.create(portal + "#oauth_error=" + reason.text()), null);
    }

    /** What {@link #toGithub} has left in the browser; null in any other one. */
    @Nullable
    String browser(ServerWebExchange exchange) {
        HttpCookie held = exchange.getRequest().getCookies().getFirst(cookie);
        return held == null ? null : held.getValue();
    }

    private static ResponseEntity<Void> to(URI target, @Nullable ResponseCookie cookie) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(target)
                .cacheControl(CacheControl.noStore())
                // The address that it comes from holds a code.
                .header("Referrer-Policy", "no-referrer");
        return (cookie == null ? answer : answer.header(HttpHeaders.SET_COOKIE, cookie.toString())).build();
    }

    private ResponseCookie cookie(String value, Duration life) {
        return ResponseCookie.from(cookie, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }
}
