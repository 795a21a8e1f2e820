package dev.kiwi.command.account.github;

import dev.kiwi.command.account.github.GithubLoginFailure.Reason;
import dev.kiwi.command.upstream.UpstreamClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three calls of a login at GitHub, with PKCE (platform.md 5). GitHub's token is used for two questions and
 * forgotten. Whatever GitHub answers, and however slowly, is a {@link GithubLoginFailure} at the worst; neither codes
 * nor tokens nor answers are logged.
 */
public final class GithubOauth {
    private static final Logger log = LoggerFactory.getLogger(GithubOauth.class);
    private static final String SCOPE = "read:user user:email";
    /** What may stand in a header; longer ones than these are none of GitHub's. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,1024}");

    private static final int OK = 200;
    private static final int FAULT = 500;

    private final UpstreamClient upstream;
    private final GithubSettings settings;

    public GithubOauth(UpstreamClient upstream, GithubSettings settings) {
        this.upstream = upstream;
        this.settings = settings;
    }

    public boolean isEnabled() {
        return settings.isEnabled();
    }

    /** Where the browser goes to log in. @param challenge base64url of the SHA-256 of the verifier */
    public URI authorization(String state, String challenge) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.callback().toString());
        query.put("scope", SCOPE);
        query.put("state", state);
        query.put("allow_signup", "true");
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return UpstreamClient.below(settings.site(), "/login/oauth/authorize?" + encoded(query));
    }

    /**
     * Blocks, each of three calls for the patience at most.
     *
     * @param code as GitHub gave it to the browser
     * @param verifier of the challenge that the login began with
     * @throws GithubLoginFailure for everything but a person with a verified address
     */
    public GithubUser user(String code, String verifier) {
        try {
            String token = token(code, verifier);
            HttpResponse<String> user = ask("/user", token);
            if (user.statusCode() != OK) {
                throw unreadable("GET /user is answered " + user.statusCode());
            }
            HttpResponse<String> emails = ask("/user/emails", token);
            if (emails.statusCode() >= FAULT) {
                throw unreadable("GET /user/emails is answered " + emails.statusCode());
            }
            return GithubAnswers.user(read(user), read(emails))
                    .orElseThrow(() -> new GithubLoginFailure(Reason.NOEMAIL));
        } catch (IOException e) {
            throw unreadable(e.toString());
        } catch (JacksonException e) {
            // Its message quotes what it could not read.
            throw unreadable("no JSON");
        }
    }

    private String token(String code, String verifier) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", settings.clientId());
        form.put("client_secret", settings.clientSecret());
        form.put("code", code);
        form.put("redirect_uri", settings.callback().toString());
        form.put("code_verifier", verifier);
        HttpRequest request = HttpRequest.newBuilder(UpstreamClient.below(settings.site(), "/login/oauth/access_token"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Kiwi")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        return tokenIn(upstream.send(request, settings.patience()));
    }

    /** GitHub answers 200 for a code that it does not take, too. */
    private static String tokenIn(HttpResponse<String> answer) {
        try {
            String token = read(answer).path("access_token").asString("");
            if (TOKEN.matcher(token).matches()) {
                return token;
            }
        } catch (JacksonException e) {
            log.warn("GitHub's answer to a code is no JSON; status {}", answer.statusCode());
        }
        throw new GithubLoginFailure(Reason.EXCHANGE);
    }

    private HttpResponse<String> ask(String path, String token) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(UpstreamClient.below(settings.api(), path))
                .header("Accept", "application/vnd.github+json")
                .header("Authorization", "Bearer " + token)
                .header("User-Agent", "Kiwi")
                .build();
        return upstream.send(request, settings.patience());
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static GithubLoginFailure unreadable(String why) {
        log.warn("A login fails because GitHub does not answer as it should: {}", why);
        return new GithubLoginFailure(Reason.GITHUB);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                // A space as %20, which every reader of a query understands.
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }
}
