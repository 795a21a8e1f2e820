package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.Scope;
import dev.kiwi.web.gate.Credentials.ResolvedSession;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Buckets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Section 8 of platform.md: one method a gate, each in the order in which it may fail. */
final class GateKeeper {
    private final Credentials credentials;
    private final TokenPassages tokens;
    private final Buckets buckets;
    private final OperatorSecret operator;

    GateKeeper(Credentials credentials, TokenPassages tokens, Buckets buckets, OperatorSecret operator) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.buckets = buckets;
        this.operator = operator;
    }

    /**
     * @param stepUp whether a session has to be stepped up
     * @return the passage, or a 401 or 403 {@link Refusal}
     */
    Mono<Passage> admit(Gate gate, boolean stepUp, ServerWebExchange exchange) {
        return admit(gate, exchange).doOnNext(passage -> {
            if (stepUp && passage.caller() instanceof Caller.Session session && !session.steppedUp()) {
                throw new Refusal(ErrorCode.STEP_UP_REQUIRED, "Show your second factor again, then repeat this.");
            }
        });
    }

    private Mono<Passage> admit(Gate gate, ServerWebExchange exchange) {
        if (SiteCall.is(exchange) && (gate.value() == Gate.Kind.SCOPE || gate.value() == Gate.Kind.PUBLIC)) {
            return Mono.just(
                    new Passage(new Caller.Anonymous(), buckets.sitePage(ClientIp.subscriber(exchange)), null));
        }
        String bearer = Bearer.of(exchange);
        return switch (gate.value()) {
            case OPEN -> Mono.just(Passage.free(new Caller.Anonymous()));
            case SESSION -> session(bearer).map(session -> Passage.free(caller(session)));
            case SUPERUSER_SESSION -> superuserSession(bearer);
            case SCOPE -> tokens.resolve(bearer, exchange).map(token -> tokens.scoped(token, scope(gate), exchange));
            case TOKEN -> tokens.resolve(bearer, exchange).map(token -> tokens.any(token, exchange));
            case PUBLIC -> publicly(bearer, scope(gate), exchange);
            case MASTER_INGEST -> masterIngest(gate, bearer, exchange);
            case SUPERUSER_TOKEN -> tokens.resolve(bearer, exchange).map(token -> tokens.superuser(token, exchange));
            case SITE_SESSION -> siteUser(bearer).switchIfEmpty(Mono.error(GateKeeper::notAuthenticated));
            case SITE_VIEWER -> siteUser(bearer).defaultIfEmpty(Passage.free(new Caller.Anonymous()));
        };
    }

    private Mono<Passage> superuserSession(@Nullable String bearer) {
        return operator.matches(bearer)
                ? Mono.just(Passage.free(new Caller.Operator()))
                : session(bearer).flatMap(GateKeeper::ifSuperuser);
    }

    private Mono<Passage> publicly(@Nullable String bearer, Scope scope, ServerWebExchange exchange) {
        Passage anonymous =
                new Passage(new Caller.Anonymous(), buckets.anonymous(ClientIp.subscriber(exchange), scope), null);
        return bearer == null ? Mono.just(anonymous) : tokens.orAnonymous(bearer, scope, anonymous, exchange);
    }

    private Mono<Passage> masterIngest(Gate gate, @Nullable String bearer, ServerWebExchange exchange) {
        if (operator.matches(bearer)) {
            return Mono.just(Passage.free(new Caller.Operator()));
        }
        if (bearer != null && Bearer.looksLikeJwt(bearer)) {
            return session(bearer).flatMap(GateKeeper::ifSuperuser);
        }
        return tokens.resolve(bearer, exchange)
                .map(token -> gate.cooldown() ? tokens.ingest(token, exchange) : tokens.superuser(token, exchange));
    }

    private Mono<ResolvedSession> session(@Nullable String bearer) {
        return bearer == null
                ? Mono.error(notAuthenticated())
                : credentials.session(bearer).switchIfEmpty(Mono.error(GateKeeper::notAuthenticated));
    }

    /** Empty without a credential that is good. */
    private Mono<Passage> siteUser(@Nullable String bearer) {
        return bearer == null
                ? Mono.empty()
                : credentials
                        .siteSession(bearer)
                        .map(session -> Passage.free(new Caller.SiteUser(session.siteUserId(), session.sessionId())));
    }

    private static Mono<Passage> ifSuperuser(ResolvedSession session) {
        return session.superuser()
                ? Mono.just(Passage.free(caller(session)))
                : Mono.error(new Refusal(ErrorCode.FORBIDDEN, "This is for administrators."));
    }

    private static Caller caller(ResolvedSession session) {
        return new Caller.Session(
                session.accountId(),
                session.sessionId(),
                session.superuser(),
                session.verified(),
                session.steppedUp(),
                session.factorShown());
    }

    private static Scope scope(Gate gate) {
        return Scope.of(gate.scope()).orElseThrow();
    }

    static Refusal notAuthenticated() {
        return new Refusal(ErrorCode.NOT_AUTHENTICATED, "A valid credential is needed.");
    }
}
