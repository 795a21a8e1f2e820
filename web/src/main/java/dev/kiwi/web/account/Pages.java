package dev.kiwi.web.account;

import dev.kiwi.web.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The pages that links in mails lead to: self-contained, without a script (ruling 7), never cached or linked from. */
@Component
class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final String portal;

    Pages(HttpSettings settings) {
        this.portal = settings.devUrl().toString();
    }

    /** One sentence for whoever opened the link. */
    ResponseEntity<String> say(HttpStatus status, String title, String sentence) {
        return answer(status, page(title, sentence).replace("{{form}}", ""));
    }

    /** The form for a new password, which is posted with the token of the link. */
    ResponseEntity<String> askForPassword(HttpStatus status, String sentence, String token) {
        // The token comes last: it is the visitor's text, and nothing in it may be filled in.
        return answer(
                status,
                page("Choose a new password", sentence)
                        .replace("{{form}}", Templates.FORM)
                        .replace("{{token}}", HtmlUtils.htmlEscape(token)));
    }

    private String page(String title, String sentence) {
        return Templates.PAGE
                .replace("{{title}}", HtmlUtils.htmlEscape(title))
                .replace("{{sentence}}", HtmlUtils.htmlEscape(sentence))
                .replace("{{portal}}", HtmlUtils.htmlEscape(portal));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                // The address holds a token.
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }

    /** Read when the first link is opened, not at the start. */
    private static final class Templates {
        private static final String PAGE = read("page.html");
        private static final String FORM = read("password-form.html");

        private static String read(String name) {
            try (InputStream file = Pages.class.getResourceAsStream(name)) {
                return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
