package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.credential.AccountStandings;
import dev.kiwi.web.credential.LoginChallenges;
import dev.kiwi.web.credential.LoginChallenges.Challenged;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way from a proof of identity to a session. Whoever has proved the first factor (a password, an account at a
 * provider) comes here; where the account has a second one, that is asked for before a session is opened.
 */
@Component
class SignIn {
    private final SessionOpening sessions;
    private final LoginChallenges challenges;
    private final SecondFactors factors;
    private final AccountStandings standings;
    private final Claims claims;
    private final BlockingWork blocking;
    private final Clock clock;

    SignIn(
            SessionOpening sessions,
            LoginChallenges challenges,
            SecondFactors factors,
            AccountStandings standings,
            Claims claims,
            BlockingWork blocking,
            Clock clock) {
        this.sessions = sessions;
        this.challenges = challenges;
        this.factors = factors;
        this.standings = standings;
        this.claims = claims;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** Refused with {@code second_factor_required} and a challenge in its details where there is a second factor. */
    Mono<TokenResponse> afterFirstFactor(String accountId, int tokenVersion, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId))
                .flatMap(enabled -> enabled
                        ? blocking.call(() -> challenges.issue(new Challenged(accountId, tokenVersion)))
                                .flatMap(challenge -> Mono.error(required(challenge)))
                        : sessions.signIn(accountId, tokenVersion, null, exchange));
    }

    /** @param code of the authenticator, or a recovery code */
    Mono<TokenResponse> afterSecondFactor(String challenge, String code, ServerWebExchange exchange) {
        return blocking.call(() -> challenges.verify(challenge).orElse(null))
                .filterWhen(challenged -> standings
                        .of(challenged.accountId(), challenged.version())
                        .hasElement())
                .switchIfEmpty(Mono.error(
                        () -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This login is over; begin it again.")))
                .flatMap(challenged -> factors.show(challenged.accountId(), code, exchange)
                        .then(Mono.defer(() -> sessions.signIn(
                                challenged.accountId(), challenged.version(), clock.instant(), exchange))));
    }

    private Refusal required(String challenge) {
        return new Refusal(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                "The password is right; now send a code of your authenticator, or a recovery code.",
                Map.of(
                        "challenge",
                        challenge,
                        "expires_in",
                        challenges.lifetime().toSeconds()));
    }
}
