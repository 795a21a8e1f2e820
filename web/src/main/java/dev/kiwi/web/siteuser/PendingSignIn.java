package dev.kiwi.web.siteuser;

import dev.kiwi.web.oauth.PageProof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in between our page and Discord's answer.
 *
 * @param app whether the desktop app began it, else a page
 * @param next path of the site to go to afterwards; null for none
 * @param verifier of PKCE
 * @param browser what the cookie of the browser that began it holds
 * @param page what ties our own code to the page that began it
 */
record PendingSignIn(boolean app, @Nullable String next, String verifier, String browser, PageProof page) {
    private static final String APP = "app";
    private static final String WEB = "web";

    String text() {
        String path = next == null ? "" : next;
        return String.join(
                " ",
                app ? APP : WEB,
                verifier,
                browser,
                Base64.getEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8)),
                page.text());
    }

    static PendingSignIn of(String text) {
        String[] parts = text.split(" ", -1);
        String path = new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8);
        return new PendingSignIn(
                parts[0].equals(APP), path.isEmpty() ? null : path, parts[1], parts[2], PageProof.in(parts, 4));
    }

    /** Hides the verifier, so that it never reaches a log. */
    @Override
    public String toString() {
        return "PendingSignIn[hidden]";
    }
}
