package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.github.GithubLoginFailure;
import dev.kiwi.command.account.github.GithubOauth;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Bucket;
import dev.kiwi.web.limit.Limit;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.oauth.PageProof;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Logging in at GitHub (platform.md 5). Without an application of GitHub's these routes do not exist. */
@RestController
@RequestMapping("/auth/oauth")
@Gate(Gate.Kind.OPEN)
class GithubLoginController {
    /** Bounds what one address can have kept and asked; a person needs two of these. */
    private static final Limit LIMIT = new Limit(60, 60);

    private final GithubOauth github;
    private final GithubLogin login;
    private final GithubRedirects redirects;
    private final SignIn signIn;
    private final RateLimits limits;

    GithubLoginController(
            GithubOauth github, GithubLogin login, GithubRedirects redirects, SignIn signIn, RateLimits limits) {
        this.github = github;
        this.login = login;
        this.redirects = redirects;
        this.signIn = signIn;
        this.limits = limits;
    }

    /** @param codeVerifier what the challenge of the start is of; null for a login that was begun without one */
    record ExchangeBody(
            @NotNull @Size(max = 256) String code,

            @Nullable @Size(max = PageProof.LONGEST_VERIFIER)
            String codeVerifier) {
        /** Hides both, so that they never reach a log. */
        @Override
        public String toString() {
            return "ExchangeBody[hidden]";
        }
    }

    /** @param challenge of the page that begins: only who has its verifier can exchange the code */
    @GetMapping("/github/start")
    Mono<ResponseEntity<Void>> start(
            @RequestParam(name = "code_challenge", required = false) @Pattern(regexp = PageProof.CHALLENGE) @Nullable
                    String challenge,
            ServerWebExchange exchange) {
        return enabled()
                .then(pay(exchange))
                .then(Mono.defer(() -> login.begin(new PageProof(challenge))
                        .map(attempt -> redirects.toGithub(
                                github.authorization(attempt.state(), attempt.challenge()), attempt.browser()))
                        .onErrorResume(GithubLoginFailure.class, this::toPortal)));
    }

    /** Each outcome is a redirect to the portal; what came of it is in the fragment, which no server sees. */
    @GetMapping("/github/callback")
    Mono<ResponseEntity<Void>> callback(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            ServerWebExchange exchange) {
        return enabled()
                .then(Mono.defer(() -> login.comeBack(code, state, redirects.browser(exchange), exchange)
                        .map(redirects::toPortal)
                        .onErrorResume(GithubLoginFailure.class, this::toPortal)));
    }

    /** The body is not looked at where this does not exist. Answers as {@code /auth/login} does. */
    @PostMapping("/exchange")
    Mono<ResponseEntity<TokenResponse>> exchange(
            @Valid @RequestBody Mono<ExchangeBody> body, ServerWebExchange exchange) {
        return enabled()
                .then(body)
                .flatMap(given ->
                        pay(exchange).then(Mono.defer(() -> login.redeem(given.code(), given.codeVerifier()))))
                .flatMap(proven -> signIn.afterFirstFactor(proven.accountId(), proven.tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens));
    }

    private Mono<ResponseEntity<Void>> toPortal(GithubLoginFailure failure) {
        return Mono.just(redirects.toPortal(failure.reason()));
    }

    private Mono<Void> pay(ServerWebExchange exchange) {
        return limits.pay(exchange, new Bucket("oauth:" + ClientIp.subscriber(exchange), LIMIT));
    }

    private Mono<Void> enabled() {
        return Mono.fromRunnable(() -> {
            if (!github.isEnabled()) {
                throw new Refusal(ErrorCode.NOT_FOUND, "There are no logins at GitHub here.");
            }
        });
    }
}
