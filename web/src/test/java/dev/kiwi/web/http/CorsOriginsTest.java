package dev.kiwi.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorsOriginsTest {
    private final CorsOrigins origins = new CorsOrigins(new HttpSettings(
            "Kiwi",
            URI.create("https://api.example"),
            URI.create("https://dev.example"),
            URI.create("https://docs.example"),
            URI.create("https://site.example/"),
            List.of("https://other.example"),
            "nothing",
            List.of(),
            Duration.ZERO,
            new HttpSettings.BodyCaps(1, 1, 1, 1, 1, 1)));

    /** Its pages call the API with a bearer (site-users.md 6), wherever it is. */
    @Test
    void theWebsiteMayCallAsPortalAndDocumentationMay() {
        for (String origin : List.of(
                "https://site.example", "https://dev.example", "https://docs.example", "https://other.example")) {
            assertThat(origins.checkOrigin(origin)).isEqualTo(origin);
        }
        assertThat(origins.checkOrigin("https://evil.example")).isNull();
    }
}
