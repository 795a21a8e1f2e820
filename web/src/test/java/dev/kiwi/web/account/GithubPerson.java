package dev.kiwi.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.embedded.TestUpstream;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.embedded.TestUpstream.Asked;
import dev.kiwi.web.app.RunningKiwi;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Somebody with a browser, an account at GitHub, and what plays GitHub, which gives out a token for one code only. */
final class GithubPerson {
    static final String COOKIE = "__Host-kiwi_github";
    private static final String TOKEN = "gho_of_the_tests";

    final long id = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    final String code = "code" + id;
    final String email = "gh" + id + "@kiwi.example";
    final WebTestClient browser;
    private final TestUpstream github;

    GithubPerson(RunningKiwi kiwi) {
        this.browser = kiwi.client();
        this.github = kiwi.github();
        knownByItsAddress(email);
    }

    /** A login that has begun. @param cookie what the browser holds */
    record Begun(Map<String, String> asked, String cookie) {
        String state() {
            return asked.get("state");
        }
    }

    void knownByItsAddress(String address) {
        knows("{\"id\":%d,\"login\":\"ada\",\"name\":\"Ada\"}".formatted(id), """
                [{"email":"%s","primary":true,"verified":true}]""".formatted(address));
    }

    /** What GitHub says of whoever comes with the code. */
    void knows(String user, String emails) {
        answers("{\"access_token\":\"" + TOKEN + "\"}", new Answer(200, user), new Answer(200, emails));
    }

    void answers(String token, Answer user, Answer emails) {
        github.answers(asked -> switch (asked.path()) {
            case "/login/oauth/access_token" ->
                new Answer(200, fields(asked.body()).get("code").equals(code) ? token : "{\"error\":\"bad_code\"}");
            case "/user" -> isAuthorized(asked) ? user : new Answer(401, "{}");
            case "/user/emails" -> isAuthorized(asked) ? emails : new Answer(401, "{}");
            default -> new Answer(404, "");
        });
    }

    private static boolean isAuthorized(Asked asked) {
        return ("Bearer " + TOKEN).equals(asked.headers().get("authorization"));
    }

    static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    EntityExchangeResult<Void> start() {
        return start("");
    }

    private EntityExchangeResult<Void> start(String query) {
        return browser.get()
                .uri("/auth/oauth/github/start" + query)
                .exchange()
                .expectStatus()
                .isTemporaryRedirect()
                .expectBody(Void.class)
                .returnResult();
    }

    Begun begin() {
        return begin("");
    }

    Begun begin(String query) {
        EntityExchangeResult<Void> answer = start(query);
        ResponseCookie cookie = answer.getResponseCookies().getFirst(COOKIE);
        URI target = answer.getResponseHeaders().getLocation();
        return new Begun(fields(target.getRawQuery()), cookie.getValue());
    }

    /** Where the browser is sent when it comes back from GitHub, after the portal's address. */
    String comeBack(String query, String cookie) {
        WebTestClient.RequestHeadersSpec<?> request = browser.get().uri("/auth/oauth/github/callback" + query);
        if (cookie != null) {
            request.header("Cookie", COOKIE + "=" + cookie);
        }
        EntityExchangeResult<Void> answer = request.exchange()
                .expectStatus()
                .isTemporaryRedirect()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody(Void.class)
                .returnResult();
        String target = answer.getResponseHeaders().getLocation().toString();
        assertThat(target).startsWith("https://dev.aallyn.net/#");
        return target.substring("https://dev.aallyn.net/#".length());
    }

    String comeBack(Begun begun) {
        return comeBack("?code=" + code + "&state=" + begun.state(), begun.cookie());
    }

    /** The code for the portal, all the way from the start. */
    String oneTimeCode() {
        return oneTimeCode("");
    }

    /** @param query of the start */
    String oneTimeCode(String query) {
        String fragment = comeBack(begin(query));
        assertThat(fragment).matches("oauth=[A-Za-z0-9_-]{32}");
        return fragment.substring("oauth=".length());
    }

    ResponseSpec exchange(String oneTimeCode) {
        return exchange(Map.of("code", oneTimeCode));
    }

    ResponseSpec exchange(String oneTimeCode, String verifier) {
        return exchange(Map.of("code", oneTimeCode, "code_verifier", verifier));
    }

    private ResponseSpec exchange(Map<String, String> body) {
        return browser.post().uri("/auth/oauth/exchange").bodyValue(body).exchange();
    }

    /** Of the newest call for a token. */
    Map<String, String> redeemed() {
        return github.asked().stream()
                .filter(asked -> asked.path().equals("/login/oauth/access_token"))
                .reduce((first, second) -> second)
                .map(asked -> fields(asked.body()))
                .orElseThrow();
    }

    static String challenge(String verifier) {
        byte[] hash = HexFormat.of().parseHex(Sha256.hex(verifier));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
