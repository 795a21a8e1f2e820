package dev.kiwi.web.siteuser;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.oauth.PageProof;
import dev.kiwi.web.oauth.RedisIsAway;
import dev.kiwi.web.oauth.ReturnPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in with Discord (site-users.md 4); without a client id and secret of Discord's none of it is there. */
@RestController
@Tag(name = "site-auth", description = "Signing in to the website, and one's own account there")
@RequestMapping("/v1/site-auth/oauth")
@Gate(Gate.Kind.OPEN)
class SiteOauthController {
    private static final String APP = "app";
    private static final int LONGEST_CODE = 200;

    private final DiscordSignIn signIn;
    private final SiteSessions sessions;
    private final HandBacks handBacks;
    private final BrowserCookie cookie;
    private final RateLimits limits;
    private final Buckets buckets;

    SiteOauthController(
            DiscordSignIn signIn,
            SiteSessions sessions,
            HandBacks handBacks,
            BrowserCookie cookie,
            RateLimits limits,
            Buckets buckets) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.handBacks = handBacks;
        this.cookie = cookie;
        this.limits = limits;
        this.buckets = buckets;
    }

    /** @param codeVerifier what the challenge of the start is of; null for a sign-in that was begun without one */
    record SiteCodeBody(
            @NotNull @Size(max = LONGEST_CODE) String code,

            @Nullable @Size(max = PageProof.LONGEST_VERIFIER)
            String codeVerifier) {
        /** Hides both, so that they never reach a log. */
        @Override
        public String toString() {
            return "SiteCodeBody[hidden]";
        }
    }

    @GetMapping("/discord/start")
    @ApiResponse(responseCode = "307", description = "To Discord's page", content = @Content)
    @ApiResponse(
            responseCode = "200",
            description = "A page that opens the desktop app",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @Operation(
            operationId = "startDiscordSignIn",
            summary = "Begin to sign in with Discord",
            description = "For browsers: answers 307 to Discord's page where one agrees, which leads back to the "
                    + "callback. 404 where signing in is not set up.")
    Mono<ResponseEntity<String>> start(
            @Parameter(description = "`app` for the desktop app; a page otherwise", example = "web")
                    @RequestParam(required = false)
                    @Nullable
                    String client,
            @Parameter(
                            description = "The path of the website to go to afterwards; anything else is left out",
                            example = "/dashboard")
                    @RequestParam(required = false)
                    @Nullable
                    String next,
            @Parameter(
                            description =
                                    "SHA-256 of a random verifier, as URL-safe base64 (RFC 7636, S256): the code can "
                                            + "be exchanged with the verifier only. Pages should send it, else a link to a code "
                                            + "can sign their visitor in as somebody else",
                            example = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                    @RequestParam(name = "code_challenge", required = false)
                    @Pattern(regexp = PageProof.CHALLENGE)
                    @Nullable
                    String challenge,
            ServerWebExchange exchange) {
        requireConfigured();
        boolean app = APP.equals(client);
        String path = ReturnPath.of(next);
        return limits.pay(exchange, buckets.siteLogin(ClientIp.subscriber(exchange)))
                .then(signIn.begin(app, path, cookie.read(exchange), new PageProof(challenge)))
                .map(begun -> toDiscord(begun, exchange))
                .onErrorResume(
                        RedisIsAway.class,
                        away -> Mono.just(handBacks.answer(new HandBack(app, path, null, SignInFailure.UNAVAILABLE))));
    }

    private ResponseEntity<String> toDiscord(DiscordSignIn.Begun begun, ServerWebExchange exchange) {
        cookie.set(begun.browser(), exchange);
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(begun.page())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @GetMapping("/discord/callback")
    @ApiResponse(responseCode = "307", description = "To the website", content = @Content)
    @ApiResponse(
            responseCode = "200",
            description = "A page that opens the desktop app",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @Operation(
            operationId = "finishDiscordSignIn",
            summary = "Come back from Discord",
            description = "For browsers: 307 to the website's `/login#discord=<code>` or `#oauth_error=<reason>`; for "
                    + "the desktop app 200 and a page that opens it with the same. The reason is `unavailable`, "
                    + "`state`, `missing`, `exchange`, `discord` or `inactive`.")
    Mono<ResponseEntity<String>> callback(
            @Parameter(description = "What Discord grants") @RequestParam(required = false) @Nullable String code,
            @Parameter(description = "What the start gave along; good once, for ten minutes, in the same browser")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            ServerWebExchange exchange) {
        requireConfigured();
        return signIn.finish(code, state, cookie.read(exchange), exchange).map(handBacks::answer);
    }

    @PostMapping("/exchange")
    @Operation(
            operationId = "exchangeDiscordCode",
            summary = "Exchange the code of a sign-in for tokens",
            description =
                    "The code is good once, for two minutes; anything else is 400 `bad_request`. `code_verifier` is "
                            + "needed after a start with `code_challenge`, and refused after one without.")
    Mono<ResponseEntity<TokenResponse>> exchange(@Valid @RequestBody SiteCodeBody body, ServerWebExchange exchange) {
        requireConfigured();
        return signIn.take(body.code(), body.codeVerifier())
                .onErrorMap(
                        RedisIsAway.class,
                        away -> new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Signing in is not possible right now."))
                .flatMap(user -> sessions.open(user.siteUserId(), user.tokenVersion(), exchange))
                .map(tokens ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens))
                .switchIfEmpty(
                        Mono.error(() -> new Refusal(ErrorCode.BAD_REQUEST, "This code is not valid; sign in again.")));
    }

    private void requireConfigured() {
        if (!signIn.isConfigured()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "Nobody can sign in with Discord here.");
        }
    }
}
