package dev.kiwi.web.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.SecondFactorClaims;
import dev.kiwi.command.account.passkey.PasskeyVault;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.web.credential.AccountStandings;
import dev.kiwi.web.credential.LoginChallenges;
import dev.kiwi.web.credential.LoginChallenges.Challenged;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final PasskeyVault passkeys;
    private final AccountStandings standings;
    private final Claims claims;
    private final BlockingWork blocking;
    private final Clock clock;

    SignIn(
            SessionOpening sessions,
            LoginChallenges challenges,
            SecondFactors factors,
            PasskeyVault passkeys,
            AccountStandings standings,
            Claims claims,
            BlockingWork blocking,
            Clock clock) {
        this.sessions = sessions;
        this.challenges = challenges;
        this.factors = factors;
        this.passkeys = passkeys;
        this.standings = standings;
        this.claims = claims;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** Refused with {@code second_factor_required} and a challenge in its details where there is a second factor. */
    Mono<TokenResponse> afterFirstFactor(String accountId, int tokenVersion, ServerWebExchange exchange) {
        return blocking.call(() -> SecondFactorClaims.isEnabled(claims, accountId))
                .flatMap(enabled -> enabled
                        ? blocking.call(() -> required(new Challenged(accountId, tokenVersion)))
                                .flatMap(refusal -> Mono.error(refusal))
                        : sessions.signIn(accountId, tokenVersion, null, exchange));
    }

    /** @param code of the authenticator, or a recovery code */
    Mono<TokenResponse> afterSecondFactor(String challenge, String code, ServerWebExchange exchange) {
        return challenged(challenge)
                .flatMap(challenged -> factors.show(challenged.accountId(), code, exchange)
                        .then(Mono.defer(() -> sessions.signIn(
                                challenged.accountId(), challenged.version(), clock.instant(), exchange))));
    }

    /** Who has proved the first factor; refused with {@code not_authenticated} once that is over. */
    Mono<Challenged> challenged(String challenge) {
        return blocking.call(() -> challenges.verify(challenge).orElse(null))
                .filterWhen(challenged -> standings
                        .of(challenged.accountId(), challenged.version())
                        .hasElement())
                .switchIfEmpty(Mono.error(
                        () -> new Refusal(ErrorCode.NOT_AUTHENTICATED, "This login is over; begin it again.")));
    }

    private Refusal required(Challenged challenged) {
        return new Refusal(
                ErrorCode.SECOND_FACTOR_REQUIRED,
                "That was the first factor; now show the second: a code of your authenticator, a passkey, or a"
                        + " recovery code.",
                Map.of(
                        "challenge",
                        challenges.issue(challenged),
                        "expires_in",
                        challenges.lifetime().toSeconds(),
                        "methods",
                        methods(challenged.accountId())));
    }

    private List<String> methods(String accountId) {
        List<String> methods = new ArrayList<>();
        if (SecondFactorClaims.hasAuthenticator(claims, accountId)) {
            methods.add("authenticator");
        }
        if (!passkeys.of(accountId).isEmpty()) {
            methods.add("passkey");
        }
        methods.add("recovery_code");
        return methods;
    }
}
