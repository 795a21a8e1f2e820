package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.Scope;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.web.gate.Credentials.ResolvedToken;
import dev.kiwi.web.http.ClientIp;
import dev.kiwi.web.limit.Bucket;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.EndpointLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What an API token pays and may do at each kind of gate. */
final class TokenPassages {
    private final Credentials credentials;
    private final Buckets buckets;
    private final Map<String, EndpointLimit> endpoints;
    private final UsageRecording recording;

    TokenPassages(
            Credentials credentials, Buckets buckets, Map<String, EndpointLimit> endpoints, UsageRecording recording) {
        this.credentials = credentials;
        this.buckets = buckets;
        this.endpoints = endpoints;
        this.recording = recording;
    }

    /** A good token from an allowed address, else 401 or 403; nothing was consumed by then. */
    Mono<ResolvedToken> resolve(@Nullable String bearer, ServerWebExchange exchange) {
        return known(bearer).doOnNext(token -> recognise(token, exchange));
    }

    /** A token that lacks the scope counts as none at all: no allowlist, no budget of its own. */
    Mono<Passage> orAnonymous(String bearer, Scope scope, Passage anonymous, ServerWebExchange exchange) {
        return known(bearer).map(token -> {
            if (!ScopeMask.grants(token.scopes(), scope)) {
                return anonymous;
            }
            recognise(token, exchange);
            return scoped(token, scope, exchange);
        });
    }

    Passage scoped(ResolvedToken token, Scope scope, ServerWebExchange exchange) {
        Refusal refusal = ScopeMask.grants(token.scopes(), scope)
                ? null
                : new Refusal(
                        ErrorCode.INSUFFICIENT_SCOPE,
                        "This token lacks the scope " + scope.key() + ".",
                        Map.of("required", scope.key()));
        return new Passage(caller(token), budgets(buckets.token(token.tokenId(), scope), token, exchange), refusal);
    }

    Passage any(ResolvedToken token, ServerWebExchange exchange) {
        return new Passage(caller(token), budgets(buckets.token(token.tokenId()), token, exchange), null);
    }

    Passage superuser(ResolvedToken token, ServerWebExchange exchange) {
        Refusal refusal =
                token.superuser() ? null : new Refusal(ErrorCode.FORBIDDEN, "This is for administrators' tokens.");
        return new Passage(caller(token), budgets(buckets.token(token.tokenId()), token, exchange), refusal);
    }

    /** As {@link #superuser}, and a superuser's token then pays the cooldown of the endpoint. */
    Passage ingest(ResolvedToken token, ServerWebExchange exchange) {
        Passage passage = superuser(token, exchange);
        if (passage.refusal() != null) {
            return passage;
        }
        List<Bucket> all = new ArrayList<>(passage.buckets());
        all.add(buckets.ingest(route(exchange), token.tokenId()));
        return new Passage(passage.caller(), List.copyOf(all), null);
    }

    private Mono<ResolvedToken> known(@Nullable String bearer) {
        return bearer == null
                ? Mono.error(GateKeeper.notAuthenticated())
                : credentials.token(bearer).switchIfEmpty(Mono.error(GateKeeper::notAuthenticated));
    }

    private void recognise(ResolvedToken token, ServerWebExchange exchange) {
        recording.resolved(token, exchange);
        checkAddress(token, exchange);
    }

    private static void checkAddress(ResolvedToken token, ServerWebExchange exchange) {
        if (!IpAllowlist.allows(token.allowedIps(), ClientIp.of(exchange))) {
            throw new Refusal(ErrorCode.IP_NOT_ALLOWED, "This token may not be used from this address.");
        }
    }

    private List<Bucket> budgets(Bucket main, ResolvedToken token, ServerWebExchange exchange) {
        EndpointLimit endpoint = endpoints.get(route(exchange));
        return endpoint == null ? List.of(main) : List.of(main, buckets.endpoint(endpoint, token.tokenId()));
    }

    private static String route(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? exchange.getRequest().getPath().value() : pattern.toString();
    }

    private static Caller caller(ResolvedToken token) {
        return new Caller.Token(token.accountId(), token.tokenId(), token.name(), token.superuser());
    }
}
