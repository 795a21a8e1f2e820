package dev.kiwi.web.openapi;

import dev.kiwi.api.token.Scope;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.limit.LimitSettings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code GET /config} (platform.md 1.14, web.md A.5). */
record PublicConfig(
        String appName,
        String apiUrl,
        String captchaProvider,
        @Nullable String captchaSitekey,
        boolean requireVerifiedForTokens,
        List<ScopeEntry> scopes,
        int tokenCreationDailyLimit,
        List<String> revokeReasons,
        boolean githubOauthEnabled,
        boolean discordOauthEnabled) {
    private static final List<String> REVOKE_REASONS =
            List.of("No longer used", "Rotating to a new token", "Possibly compromised", "Created by mistake");

    /** @param bit the mask value, not the index */
    record ScopeEntry(String key, long bit, String resource, String description) {
        static ScopeEntry of(Scope scope) {
            return new ScopeEntry(scope.key(), scope.value(), scope.resource(), scope.description());
        }
    }

    static PublicConfig of(HttpSettings http, PortalSettings portal, LimitSettings limits) {
        return new PublicConfig(
                http.appName(),
                http.apiUrl().toString(),
                portal.captchaProvider(),
                PortalSettings.isSet(portal.captchaSitekey()) ? portal.captchaSitekey() : null,
                portal.requireVerifiedForTokens(),
                Arrays.stream(Scope.values()).map(ScopeEntry::of).toList(),
                limits.tokenCreation().max(),
                REVOKE_REASONS,
                portal.githubEnabled(),
                portal.discordEnabled());
    }
}
