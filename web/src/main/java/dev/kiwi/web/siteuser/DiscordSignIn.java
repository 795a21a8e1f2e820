package dev.kiwi.web.siteuser;

import dev.kiwi.api.siteuser.SiteStanding;
import dev.kiwi.command.siteuser.discord.Discord;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.Known;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAccess;
import dev.kiwi.command.siteuser.discord.DiscordAnswer.NoAnswer;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.oauth.OneTimeSecrets;
import dev.kiwi.web.oauth.PageProof;
import dev.kiwi.web.oauth.Pkce;
import dev.kiwi.web.oauth.RedisIsAway;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way from our page to Discord's and back to a code that is good for tokens once (site-users.md 4). */
@Component
class DiscordSignIn {
    static final Duration TIME_TO_AGREE = Duration.ofSeconds(600);
    private static final Duration TIME_TO_EXCHANGE = Duration.ofSeconds(120);
    private static final String STATE = "site_oauthstate";
    private static final String CODE = "site_oauthx";

    private final Discord discord;
    private final OneTimeSecrets secrets;
    private final SiteUserResolution people;
    private final BlockingWork blocking;

    DiscordSignIn(Discord discord, OneTimeSecrets secrets, SiteUserResolution people, BlockingWork blocking) {
        this.discord = discord;
        this.secrets = secrets;
        this.people = people;
        this.blocking = blocking;
    }

    boolean isConfigured() {
        return discord.isConfigured();
    }

    /** @param page Discord's @param browser what the browser's cookie is to hold */
    record Begun(URI page, String browser) {}

    /** Fails with {@link RedisIsAway}. @param browser what the browser's cookie holds; null for none */
    Mono<Begun> begin(boolean app, @Nullable String next, @Nullable String browser, PageProof page) {
        return blocking.call(() -> new PendingSignIn(
                        app, next, secrets.mint() + secrets.mint(), browser == null ? secrets.mint() : browser, page))
                .flatMap(signIn -> secrets.keep(STATE, signIn.text(), TIME_TO_AGREE)
                        .map(state -> new Begun(
                                discord.authorization(state, Pkce.challenge(signIn.verifier())), signIn.browser())));
    }

    /** Never fails because of Discord or Redis. @param browser what the browser's cookie holds; null for none */
    Mono<HandBack> finish(
            @Nullable String code, @Nullable String state, @Nullable String browser, ServerWebExchange exchange) {
        if (state == null || state.isEmpty()) {
            return Mono.just(HandBack.of(SignInFailure.MISSING));
        }
        return secrets.take(STATE, state)
                .map(PendingSignIn::of)
                .filter(signIn -> isSame(signIn.browser(), browser))
                .flatMap(signIn -> code == null || code.isEmpty()
                        ? Mono.just(HandBack.of(signIn, SignInFailure.MISSING))
                        : proven(signIn, code, exchange))
                .defaultIfEmpty(HandBack.of(SignInFailure.STATE))
                .onErrorResume(RedisIsAway.class, away -> Mono.just(HandBack.of(SignInFailure.UNAVAILABLE)));
    }

    private Mono<HandBack> proven(PendingSignIn signIn, String code, ServerWebExchange exchange) {
        return blocking.call(() -> discord.whoIs(code, signIn.verifier())).flatMap(answer -> switch (answer) {
            case Known known ->
                people.signIn(known.profile(), exchange).flatMap(standing -> handBack(signIn, standing));
            case NoAccess _ -> Mono.just(HandBack.of(signIn, SignInFailure.EXCHANGE));
            case NoAnswer _ -> Mono.just(HandBack.of(signIn, SignInFailure.DISCORD));
        });
    }

    private Mono<HandBack> handBack(PendingSignIn signIn, SiteStanding standing) {
        return standing.active()
                ? secrets.keep(CODE, Proven.of(signIn, standing).text(), TIME_TO_EXCHANGE)
                        .map(code -> HandBack.of(signIn, code))
                        .onErrorResume(
                                RedisIsAway.class, away -> Mono.just(HandBack.of(signIn, SignInFailure.UNAVAILABLE)))
                : Mono.just(HandBack.of(signIn, SignInFailure.INACTIVE));
    }

    /**
     * Who signed in; empty for a code that is unknown, used or too old, and for any page but the one that began. Fails with
     * {@link RedisIsAway}.
     */
    Mono<SiteStanding> take(String code, @Nullable String verifier) {
        return secrets.take(CODE, code)
                .map(Proven::of)
                .filter(proven -> proven.page().isMetBy(verifier))
                .map(Proven::standing);
    }

    /** What waits for its exchange. */
    private record Proven(SiteStanding standing, PageProof page) {
        static Proven of(PendingSignIn signIn, SiteStanding standing) {
            return new Proven(standing, signIn.page());
        }

        static Proven of(String text) {
            String[] parts = text.split(":", -1);
            return new Proven(new SiteStanding(parts[0], true, Integer.parseInt(parts[1])), PageProof.in(parts, 2));
        }

        String text() {
            return String.join(":", standing.siteUserId(), Integer.toString(standing.tokenVersion()), page.text());
        }
    }

    private static boolean isSame(String begun, @Nullable String now) {
        return now != null
                && MessageDigest.isEqual(begun.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8));
    }
}
