package dev.kiwi.web.siteuser;

import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.web.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Brings people back from Discord: to the page by a redirect whose fragment no server sees, to the desktop app by a page
 * that opens it, without a script (ruling 7).
 */
@Component
class HandBacks {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final URI site;

    HandBacks(HttpSettings settings) {
        this.site = settings.appUrl();
    }

    ResponseEntity<String> answer(HandBack back) {
        return back.app() ? toApp(back.code(), back.failure()) : toPage(back);
    }

    private ResponseEntity<String> toPage(HandBack back) {
        SignInFailure failure = back.failure();
        String fragment = failure == null ? "#discord=" + back.code() : "#oauth_error=" + failure.slug();
        String query = back.next() == null ? "" : "?next=" + URLEncoder.encode(back.next(), StandardCharsets.UTF_8);
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(UpstreamClient.below(site, "/login" + query + fragment))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private ResponseEntity<String> toApp(@Nullable String code, @Nullable SignInFailure failure) {
        String link = "btt://auth/discord?" + (failure == null ? "code=" + code : "error=" + failure.slug());
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                // The address holds what Discord sent along.
                .header("Referrer-Policy", "no-referrer")
                .body(Template.PAGE
                        .replace("{{title}}", failure == null ? "You are signed in" : "That did not work")
                        .replace("{{link}}", HtmlUtils.htmlEscape(link)));
    }

    /** Read when the first app signs in, not at the start. */
    private static final class Template {
        private static final String PAGE = read();

        private static String read() {
            try (InputStream file = HandBacks.class.getResourceAsStream("app.html")) {
                return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
