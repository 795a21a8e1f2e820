package dev.kiwi.web.limit;

import dev.kiwi.api.token.Scope;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Limits as configured at start; defaults and environment names are in {@code kiwi-http.properties}. */
@ConfigurationProperties("kiwi.limits")
public record ConfiguredLimits(
        Limit signup,
        Limit login,
        Limit forgotPassword,
        Limit resendVerification,
        Limit tokenCreation,
        Limit api,
        Limit publicAnonymous,
        boolean limitsAddresses,
        Limit ingestCooldown,
        Limit leaderboardsArchive,
        Limit marketArchive,
        int codexesFactor)
        implements LimitSettings {
    @Override
    public int factor(Scope scope) {
        return scope == Scope.CODEXES_READ ? codexesFactor : scope.defaultFactor();
    }
}
