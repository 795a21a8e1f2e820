package dev.kiwi.web.account;

import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.github.GithubLoginFailure;
import dev.kiwi.command.account.github.GithubLoginFailure.Reason;
import dev.kiwi.command.account.github.GithubOauth;
import dev.kiwi.web.credential.AccountStandings;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.oauth.PageProof;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way of a login at GitHub: begun in a browser, proved when the same browser comes back, redeemed by the portal
 * (platform.md 5, ADR 0023). What is kept in between names an account and opens nothing.
 */
@Component
class GithubLogin {
    static final Duration BEGUN = Duration.ofSeconds(600);
    static final Duration PROVEN = Duration.ofSeconds(120);
    private static final Logger log = LoggerFactory.getLogger(GithubLogin.class);
    private static final String STATE = "oauthstate";
    private static final String CODE = "oauthx";

    private final GithubOauth github;
    private final OneTimeValues values;
    private final GithubAccounts accounts;
    private final AccountStandings standings;
    private final Commands commands;
    private final BlockingWork blocking;
    private final SecureRandom random = new SecureRandom();

    GithubLogin(
            GithubOauth github,
            OneTimeValues values,
            GithubAccounts accounts,
            AccountStandings standings,
            Commands commands,
            BlockingWork blocking) {
        this.github = github;
        this.values = values;
        this.accounts = accounts;
        this.standings = standings;
        this.commands = commands;
        this.blocking = blocking;
    }

    /** Whose login it was. @param tokenVersion the account's then @param page that may exchange the code */
    record Proven(String accountId, int tokenVersion, PageProof page) {
        String remembered() {
            return String.join(":", accountId, Integer.toString(tokenVersion), page.text());
        }

        static Proven of(String remembered) {
            String[] parts = remembered.split(":", -1);
            return new Proven(parts[0], Integer.parseInt(parts[1]), PageProof.in(parts, 2));
        }
    }

    /** Fails with {@link GithubLoginFailure} only. */
    Mono<GithubAttempt> begin(PageProof page) {
        return blocking.call(() -> GithubAttempt.begin(page, random))
                .flatMap(attempt -> values.put(STATE, attempt.state(), attempt.remembered(), BEGUN)
                        .thenReturn(attempt))
                .onErrorMap(GithubLogin::failure);
    }

    /**
     * Answers with the code that the portal exchanges; fails with {@link GithubLoginFailure} only.
     *
     * @param browser what the browser's cookie holds
     */
    Mono<String> comeBack(
            @Nullable String code, @Nullable String state, @Nullable String browser, ServerWebExchange exchange) {
        if (!values.areThere()) {
            return Mono.error(new GithubLoginFailure(Reason.UNAVAILABLE));
        }
        if (code == null || code.isEmpty() || state == null || state.isEmpty()) {
            return Mono.error(new GithubLoginFailure(Reason.MISSING));
        }
        return values.take(STATE, state)
                .flatMap(begun -> Mono.justOrEmpty(GithubAttempt.resumed(begun, browser)))
                .switchIfEmpty(Mono.error(() -> new GithubLoginFailure(Reason.STATE)))
                .flatMap(login -> blocking.call(() -> github.user(code, login.verifier()))
                        .flatMap(user -> accounts.of(user, exchange))
                        .flatMap(accountId -> proven(accountId, login.page(), exchange)))
                .flatMap(this::newCode)
                .onErrorMap(GithubLogin::failure);
    }

    private Mono<Proven> proven(String accountId, PageProof page, ServerWebExchange exchange) {
        return commands.<LoginState>send(new ReadLoginState(accountId), exchange)
                .map(read -> Objects.requireNonNull(read.result()))
                .filter(LoginState::active)
                .map(state -> new Proven(accountId, state.tokenVersion(), page))
                .filterWhen(this::isGood)
                .switchIfEmpty(Mono.error(() -> new GithubLoginFailure(Reason.INACTIVE)));
    }

    private Mono<Boolean> isGood(Proven proven) {
        return standings.of(proven.accountId(), proven.tokenVersion()).hasElement();
    }

    private Mono<String> newCode(Proven proven) {
        return blocking.call(() -> GithubAttempt.newCode(random))
                .flatMap(code ->
                        values.put(CODE, code, proven.remembered(), PROVEN).thenReturn(code));
    }

    /**
     * Once, whatever comes of it; refused with {@code bad_request} for any code but a fresh one of an account that has not
     * changed since, and for any page but the one that has begun the login.
     */
    Mono<Proven> redeem(String code, @Nullable String verifier) {
        return values.take(CODE, code)
                .map(Proven::of)
                .filter(proven -> proven.page().isMetBy(verifier))
                .filterWhen(this::isGood)
                .switchIfEmpty(
                        Mono.error(() -> new Refusal(ErrorCode.BAD_REQUEST, "This login is over; begin it again.")));
    }

    /** A browser is on its way, so it is sent on to the portal whatever has happened. */
    private static GithubLoginFailure failure(Throwable error) {
        if (error instanceof GithubLoginFailure known) {
            return known;
        }
        if (error instanceof Refusal refusal && refusal.code() == ErrorCode.SERVICE_UNAVAILABLE) {
            log.warn("A login at GitHub fails, a store is away: {}", error.getMessage());
        } else {
            log.error("A login at GitHub fails", error);
        }
        return new GithubLoginFailure(Reason.UNAVAILABLE);
    }
}
