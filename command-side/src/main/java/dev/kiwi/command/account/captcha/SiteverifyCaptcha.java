package dev.kiwi.command.account.captcha;

import dev.kiwi.command.upstream.UpstreamClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider whether its widget has been solved; Turnstile and hCaptcha have the same call (platform.md 3.5). */
public final class SiteverifyCaptcha implements Captcha {
    private static final Logger log = LoggerFactory.getLogger(SiteverifyCaptcha.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final UpstreamClient upstream;
    private final URI endpoint;
    private final String secret;

    /** @param endpoint the provider's {@code siteverify} address */
    public SiteverifyCaptcha(UpstreamClient upstream, URI endpoint, String secret) {
        this.upstream = upstream;
        this.endpoint = endpoint;
        this.secret = secret;
    }

    /** The one that is configured; it is enforced only with both halves of the pair. */
    public static Captcha of(CaptchaSettings settings, UpstreamClient upstream) {
        if (settings.secret().isBlank() || settings.sitekey().isBlank()) {
            return NONE;
        }
        return switch (settings.provider()) {
            case "turnstile" ->
                new SiteverifyCaptcha(
                        upstream,
                        UpstreamClient.below(settings.turnstile(), "/turnstile/v0/siteverify"),
                        settings.secret());
            case "hcaptcha" ->
                new SiteverifyCaptcha(
                        upstream, UpstreamClient.below(settings.hcaptcha(), "/siteverify"), settings.secret());
            default -> (token, ip) -> false;
        };
    }

    @Override
    public boolean isPassed(@Nullable String token, @Nullable String ip) {
        if (token == null || token.isBlank()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(token, ip)))
                .build();
        try {
            HttpResponse<String> answer = upstream.send(request, PATIENCE);
            if (answer.statusCode() != OK) {
                log.warn("The captcha provider {} answers {}; nobody passes", endpoint.getHost(), answer.statusCode());
                return false;
            }
            return JsonMapper.shared().readTree(answer.body()).path("success").asBoolean(false);
        } catch (IOException | JacksonException e) {
            log.warn("The captcha provider {} gives no answer; nobody passes: {}", endpoint.getHost(), e.toString());
            return false;
        }
    }

    private String form(String token, @Nullable String ip) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("secret", secret);
        fields.put("response", token);
        if (ip != null) {
            fields.put("remoteip", ip);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
