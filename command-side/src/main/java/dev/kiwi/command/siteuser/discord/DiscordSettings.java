package dev.kiwi.command.siteuser.discord;

import java.net.URI;
import java.time.Duration;

/**
 * How we are known to Discord.
 *
 * @param clientId blank: nobody can sign in
 * @param clientSecret blank: nobody can sign in
 * @param base of the pages and of the API
 * @param callback where Discord sends people back to
 * @param patience for one call
 */
public record DiscordSettings(String clientId, String clientSecret, URI base, URI callback, Duration patience) {
    boolean areComplete() {
        return !clientId.isBlank() && !clientSecret.isBlank();
    }

    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "DiscordSettings[" + base + "]";
    }
}
