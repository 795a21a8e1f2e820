package dev.kiwi.bench.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who logs in at GitHub, then at Discord for the website, and watches a token through a webhook. */
record Providers(Browser browser, Secrets secrets) {
    void live() throws IOException, InterruptedException {
        secrets.keep("GitHub's token", Upstreams.GITHUB_TOKEN);
        secrets.keep("Discord's token", Upstreams.DISCORD_TOKEN);
        JsonNode developer = logIn("GitHub", "/auth/oauth/github", "/auth/oauth/exchange", "oauth=");
        String session = developer.path("access_token").asString();
        assertThat(browser.get("/auth/me", session, 200).path("email").asString())
                .isEqualTo(Upstreams.GITHUB_EMAIL);
        watchedByAWebhook(session);

        JsonNode visitor = logIn("Discord", "/v1/site-auth/oauth/discord", "/v1/site-auth/oauth/exchange", "discord=");
        assertThat(browser.get("/v1/site-auth/me", visitor.path("access_token").asString(), 200)
                        .path("username")
                        .asString())
                .isEqualTo("grace");
    }

    private void watchedByAWebhook(String session) throws IOException, InterruptedException {
        JsonNode hook = browser.post(
                "/webhooks",
                session,
                Map.of("name", "watch", "url", "https://hooks.example.com/kiwi", "events", new String[] {"token.minted"
                }),
                201);
        secrets.keep("webhook's secret", hook.path("secret").asString());
        JsonNode minted = browser.post("/tokens", session, Map.of("name", "watched"), 201);
        secrets.keep("watched token", minted.path("token").asString());
    }

    /** From our page to the provider's and back, then the exchange of the one-time code. */
    private JsonNode logIn(String provider, String pages, String exchange, String fragment)
            throws IOException, InterruptedException {
        Browser.Redirect start = browser.redirect(pages + "/start", null);
        String state = Arrays.stream(start.target().getRawQuery().split("&"))
                .filter(field -> field.startsWith("state="))
                .findFirst()
                .orElseThrow();
        String given = secrets.keep(provider + "'s code", "code-of-" + provider + "-0123456789");
        Browser.Redirect back = browser.redirect(pages + "/callback?code=" + given + "&" + state, start.cookie());
        assertThat(back.target().getFragment()).startsWith(fragment);
        String code = secrets.keep(
                provider + " one-time code", back.target().getFragment().substring(fragment.length()));
        JsonNode tokens = browser.post(exchange, null, Map.of("code", code), 200);
        secrets.keep(provider + " refresh token", tokens.path("refresh_token").asString());
        return tokens;
    }
}
