package dev.kiwi.web.config;

import dev.kiwi.api.token.Scope;
import dev.kiwi.web.limit.Limit;
import dev.kiwi.web.limit.LimitSettings;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Limits as administrators set them; the two that are no settings stay as configured at start. */
final class LiveLimits implements LimitSettings {
    private final LimitSettings configured;
    private final Supplier<Limit> signup;
    private final Supplier<Limit> login;
    private final Supplier<Limit> forgotPassword;
    private final Supplier<Limit> api;
    private final Supplier<Limit> publicAnonymous;
    private final Supplier<Limit> ingestCooldown;
    private final Supplier<Limit> leaderboardsArchive;
    private final Supplier<Limit> marketArchive;
    private final IntSupplier codexesFactor;

    LiveLimits(LimitSettings configured, LiveSettings settings) {
        this.configured = configured;
        this.signup = settings.limit("signup_rate_limit");
        this.login = settings.limit("login_rate_limit");
        this.forgotPassword = settings.limit("forgot_password_rate_limit");
        this.api = settings.limit("api_rate_limit");
        this.publicAnonymous = settings.limit("public_anon_rate_limit");
        this.ingestCooldown = settings.limit("ingest_cooldown");
        this.leaderboardsArchive = settings.limit("leaderboards_archive_rate_limit");
        this.marketArchive = settings.limit("market_archive_rate_limit");
        this.codexesFactor = settings.integer("codexes_rate_limit_multiplier");
    }

    @Override
    public Limit signup() {
        return signup.get();
    }

    @Override
    public Limit login() {
        return login.get();
    }

    @Override
    public Limit forgotPassword() {
        return forgotPassword.get();
    }

    @Override
    public Limit resendVerification() {
        return configured.resendVerification();
    }

    @Override
    public Limit tokenCreation() {
        return configured.tokenCreation();
    }

    @Override
    public Limit api() {
        return api.get();
    }

    @Override
    public Limit publicAnonymous() {
        return publicAnonymous.get();
    }

    @Override
    public boolean limitsAddresses() {
        return configured.limitsAddresses();
    }

    @Override
    public Limit ingestCooldown() {
        return ingestCooldown.get();
    }

    @Override
    public Limit leaderboardsArchive() {
        return leaderboardsArchive.get();
    }

    @Override
    public Limit marketArchive() {
        return marketArchive.get();
    }

    @Override
    public int factor(Scope scope) {
        return scope == Scope.CODEXES_READ ? codexesFactor.getAsInt() : configured.factor(scope);
    }
}
