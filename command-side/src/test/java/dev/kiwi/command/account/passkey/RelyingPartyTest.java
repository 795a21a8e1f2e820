package dev.kiwi.command.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RelyingPartyTest {
    private static final URI PORTAL = URI.create("https://Dev.Kiwi.example/portal");
    private static final URI API = URI.create("http://localhost:15546");

    @Test
    void isThePortalUnlessItIsNamed() {
        assertThat(RelyingParty.of("", "Kiwi", PORTAL, API).id()).isEqualTo("dev.kiwi.example");
        assertThat(RelyingParty.of("kiwi.example", "Kiwi", PORTAL, API).id()).isEqualTo("kiwi.example");
    }

    @Test
    void originsAreWhatBrowsersSay() {
        assertThat(RelyingParty.of("", "Kiwi", PORTAL, API).origins())
                .containsExactlyInAnyOrder("https://dev.kiwi.example", "http://localhost:15546");
    }

    @Test
    void theUsualPortIsInNoOrigin() {
        assertThat(RelyingParty.of(
                                "",
                                "Kiwi",
                                URI.create("https://dev.kiwi.example:443/"),
                                URI.create("http://localhost:80"))
                        .origins())
                .containsExactlyInAnyOrder("https://dev.kiwi.example", "http://localhost");
        assertThat(RelyingParty.of(
                                "",
                                "Kiwi",
                                URI.create("https://dev.kiwi.example:80"),
                                URI.create("http://localhost:443"))
                        .origins())
                .containsExactlyInAnyOrder("https://dev.kiwi.example:80", "http://localhost:443");
    }
}
