package dev.kiwi.web.siteuser;

import dev.kiwi.web.face.PageData;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether the page that signs people in has something to offer. */
@Component
class SignInOnPage implements PageData {
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
        return Mono.just(Map.of("discord", signIn.isConfigured()));
    }
}
