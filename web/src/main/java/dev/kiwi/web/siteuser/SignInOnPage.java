package dev.kiwi.web.siteuser;

import dev.kiwi.web.face.PageData;
import dev.kiwi.web.oauth.ReturnPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Whether the page that signs people in has something to offer, and where it leads without a script. */
@Component
class SignInOnPage implements PageData {
    private static final String START = "/v1/site-auth/oauth/discord/start";

    private final DiscordSignIn signIn;

    SignInOnPage(DiscordSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public String page() {
        return "login";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        String next = ReturnPath.of(exchange.getRequest().getQueryParams().getFirst("next"));
        String start = next == null ? START : START + "?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
        return Mono.just(Map.of("discord", signIn.isConfigured(), "start", start));
    }
}
