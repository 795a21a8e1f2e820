package dev.kiwi.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.api.token.MintedToken;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenKey;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a bot calls the API with. Its hash is claimed from mint to revocation: no claim, no entry. */
final class ApiToken {
    @AggregateIdentifier
    private @Nullable String key;

    private String tokenId = "";
    private String accountId = "";
    private String hash = "";
    private @Nullable Revocation revocation;

    /** For Axon, before the first event is applied. */
    ApiToken() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    MintedToken decide(MintToken command, Claims claims, Clock clock) {
        Refusal.ifViolated(new ScopesAreKnown(command.scopes()));
        List<String> allowedIps = AllowedNetwork.canonical(command.allowedIps());
        Refusal.ifViolated(new AllowlistHasAtMostFiftyEntries(allowedIps));
        Instant now = now(clock);
        Instant expiresAt = command.lifetime() == null ? null : now.plus(command.lifetime());
        claims.claim(TokenClaims.HASH, command.hash(), TokenKey.of(command.tokenId()));
        apply(new TokenMinted(
                command.tokenId(),
                command.accountId(),
                command.name(),
                command.prefix(),
                command.hash(),
                command.scopes(),
                allowedIps,
                now,
                expiresAt));
        return new MintedToken(allowedIps, now, expiresAt);
    }

    @CommandHandler
    Revocation decide(RevokeToken command, Claims claims, TokenChanges changes, Clock clock) {
        Refusal.ifViolated(
                new TokenBelongsToCaller(accountId, command.accountId()), new RevokeReasonIsGiven(command.reason()));
        if (revocation != null) {
            return revocation;
        }
        Revocation decided = new Revocation(command.reason(), now(clock));
        claims.release(TokenClaims.HASH, hash);
        changes.tokenChangesWithCommit(hash);
        apply(new TokenRevoked(tokenId, decided.reason(), decided.at()));
        return decided;
    }

    @EventSourcingHandler
    void evolve(TokenMinted event) {
        key = TokenKey.of(event.tokenId());
        tokenId = event.tokenId();
        accountId = event.accountId();
        hash = event.hash();
    }

    @EventSourcingHandler
    void evolve(TokenRevoked event) {
        revocation = new Revocation(event.reason(), event.revokedAt());
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
