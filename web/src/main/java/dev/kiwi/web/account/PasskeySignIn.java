package dev.kiwi.web.account;

import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.PasskeyPurpose;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.account.passkey.AssertionJson;
import dev.kiwi.web.account.passkey.Intent;
import dev.kiwi.web.account.passkey.Intent.Purpose;
import dev.kiwi.web.account.passkey.RequestOptions;
import dev.kiwi.web.credential.TokenResponse;
import dev.kiwi.web.dispatch.Commands;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Logging in with a passkey. Its owner was verified by the authenticator, so it is both factors at once, and also the
 * second one of a login that began with a password.
 */
@Component
class PasskeySignIn {
    private final PasskeyProof proof;
    private final SignIn signIn;
    private final SessionOpening sessions;
    private final Commands commands;
    private final Clock clock;
    private final boolean requireVerified;

    PasskeySignIn(
            PasskeyProof proof,
            SignIn signIn,
            SessionOpening sessions,
            Commands commands,
            Clock clock,
            @Value("${REQUIRE_VERIFIED_FOR_LOGIN:true}") boolean requireVerified) {
        this.proof = proof;
        this.signIn = signIn;
        this.sessions = sessions;
        this.commands = commands;
        this.clock = clock;
        this.requireVerified = requireVerified;
    }

    /** @param loginChallenge of a login whose password was right; null for a login that has not begun */
    Mono<RequestOptions> begin(@Nullable String loginChallenge) {
        return loginChallenge == null
                ? proof.askAnybody(new Intent(Purpose.LOGIN, null, null))
                : signIn.challenged(loginChallenge)
                        .flatMap(challenged -> proof.ask(
                                new Intent(Purpose.LOGIN, challenged.accountId(), null), challenged.accountId()));
    }

    Mono<TokenResponse> finish(String challenge, AssertionJson answer, ServerWebExchange exchange) {
        return proof.prove(
                        challenge, answer, intent -> intent.purpose() == Purpose.LOGIN, PasskeyPurpose.LOGIN, exchange)
                .flatMap(accountId -> state(accountId, exchange)
                        .flatMap(state -> sessions.signIn(accountId, state.tokenVersion(), clock.instant(), exchange)));
    }

    private Mono<LoginState> state(String accountId, ServerWebExchange exchange) {
        return commands.<LoginState>send(new ReadLoginState(accountId), exchange)
                .map(read -> Objects.requireNonNull(read.result()))
                .doOnNext(state -> Refusal.ifViolated(new AddressIsVerified(state.verified(), requireVerified)));
    }
}
