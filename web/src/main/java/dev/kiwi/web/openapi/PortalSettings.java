package dev.kiwi.web.openapi;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the portal has to know before anybody is logged in; blank text means unset. */
@ConfigurationProperties("kiwi.portal")
public record PortalSettings(
        String captchaProvider,
        @Nullable String captchaSitekey,
        @Nullable String captchaSecret,
        boolean requireVerifiedForTokens,
        @Nullable String githubClientId,
        @Nullable String githubClientSecret,
        @Nullable String discordClientId,
        @Nullable String discordClientSecret) {
    boolean githubEnabled() {
        return isSet(githubClientId) && isSet(githubClientSecret);
    }

    boolean discordEnabled() {
        return isSet(discordClientId) && isSet(discordClientSecret);
    }

    static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "PortalSettings[hidden]";
    }
}
