package dev.kiwi.command.account.github;

import dev.kiwi.command.upstream.UpstreamClient;
import java.net.URI;
import java.time.Duration;

/**
 * @param clientId blank for no logins at GitHub
 * @param clientSecret blank for no logins at GitHub
 * @param site base address of its pages
 * @param api base address of its API
 * @param callback where it sends people back to
 * @param patience for each answer
 */
public record GithubSettings(String clientId, String clientSecret, URI site, URI api, URI callback, Duration patience) {
    private static final String CALLBACK = "/auth/oauth/github/callback";

    /** As platform.md 5 has it. @param apiUrl this API as browsers see it */
    public static GithubSettings of(String clientId, String clientSecret, URI site, URI api, URI apiUrl) {
        return new GithubSettings(
                clientId, clientSecret, site, api, UpstreamClient.below(apiUrl, CALLBACK), Duration.ofSeconds(10));
    }

    public boolean isEnabled() {
        return !clientId.isBlank() && !clientSecret.isBlank();
    }

    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "GithubSettings[" + clientId + "]";
    }
}
