package dev.kiwi.web.gate;

import dev.kiwi.api.token.Scope;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.web.limit.Bucket;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.EndpointLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every budget that a token can spend, whichever route it is spent on. */
public final class TokenBudgets {
    private final Buckets buckets;
    private final List<EndpointLimit> endpoints;
    private final HandlerGates handlers;

    TokenBudgets(Buckets buckets, List<EndpointLimit> endpoints, HandlerGates handlers) {
        this.buckets = buckets;
        this.endpoints = List.copyOf(endpoints);
        this.handlers = handlers;
    }

    /** The main bucket first, then those of wider scopes, of tighter endpoints, of archives and of ingest. */
    public List<Bucket> of(Caller.Token token, long scopes) {
        String id = token.tokenId();
        Stream<Bucket> wider = Arrays.stream(Scope.values())
                .filter(scope -> ScopeMask.grants(scopes, scope))
                .map(scope -> buckets.token(id, scope));
        Stream<Bucket> tighter = endpoints.stream().map(endpoint -> buckets.endpoint(endpoint, id));
        return Stream.of(Stream.of(buckets.token(id)), wider, tighter, archives(id, scopes), ingests(token))
                .flatMap(some -> some)
                // Scopes that are not wider share the main bucket.
                .distinct()
                .toList();
    }

    private Stream<Bucket> archives(String id, long scopes) {
        List<Bucket> granted = new ArrayList<>();
        if (ScopeMask.grants(scopes, Scope.LEADERBOARDS_READ)) {
            granted.add(buckets.leaderboardsArchive(id));
        }
        if (ScopeMask.grants(scopes, Scope.MARKET_READ)) {
            granted.add(buckets.marketArchive(id));
        }
        return granted.stream();
    }

    private Stream<Bucket> ingests(Caller.Token token) {
        return token.superuser()
                ? handlers.routes(gate -> gate.value() == Gate.Kind.MASTER_INGEST && gate.cooldown()).stream()
                        .map(route -> buckets.ingest(route, token.tokenId()))
                : Stream.empty();
    }
}
