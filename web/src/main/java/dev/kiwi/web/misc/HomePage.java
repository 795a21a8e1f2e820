package dev.kiwi.web.misc;

import dev.kiwi.web.face.PageData;
import dev.kiwi.web.http.HttpSettings;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What search engines are told of the application that the home page offers (web.md D.2). */
@Component
class HomePage implements PageData {
    private final String head;

    HomePage(HttpSettings settings) {
        this.head = script(application(settings));
    }

    @Override
    public String page() {
        return "home";
    }

    @Override
    public Mono<Map<String, Object>> of(String variable, ServerWebExchange exchange) {
        return Mono.just(Map.of("head", head));
    }

    private static Map<String, Object> application(HttpSettings settings) {
        return Map.of(
                "@context", "https://schema.org",
                "@type", "SoftwareApplication",
                "name", settings.appName(),
                "url", settings.appUrl().toString(),
                "description",
                        "Live timers, leaderboards, player activity, market prices and tools for the game Trove.",
                "applicationCategory", "GameApplication",
                "operatingSystem", "Windows, Linux, Android",
                "offers", Map.of("@type", "Offer", "price", "0", "priceCurrency", "USD"));
    }

    /** Data, not script; nothing in it ends the element or begins a comment. */
    static String script(Map<String, Object> data) {
        String json = new JsonMapper().writeValueAsString(data).replace("<", "\\u003c");
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }
}
