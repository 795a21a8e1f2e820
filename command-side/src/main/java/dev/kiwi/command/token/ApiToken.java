package dev.kiwi.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.DisableToken;
import dev.kiwi.api.token.EditToken;
import dev.kiwi.api.token.EnableToken;
import dev.kiwi.api.token.LeakedToken;
import dev.kiwi.api.token.MintToken;
import dev.kiwi.api.token.MintedToken;
import dev.kiwi.api.token.ReportLeakedToken;
import dev.kiwi.api.token.RetireOldSecret;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.RevokeInactiveToken;
import dev.kiwi.api.token.RevokeToken;
import dev.kiwi.api.token.RotateToken;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.token.TokenKey;
import dev.kiwi.api.token.TokenState;
import dev.kiwi.api.token.WarnOfExpiry;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a bot calls the API with. The claims of {@link TokenClaims} follow its events: no claim, no entry. */
final class ApiToken {
    @AggregateIdentifier
    private @Nullable String key;

    private String tokenId = "";
    private String accountId = "";
    private String name = "";
    private String prefix = "";
    private List<String> allowedIps = List.of();
    private TokenSecrets secrets = TokenSecrets.NONE;
    private boolean disabled;
    private @Nullable Revocation revocation;
    private @Nullable Instant expiresAt;
    private boolean expiryWarned;
    private @Nullable Instant rotatedAt;
    /** When its owner last did something that says "in use". */
    private Instant tendedAt = Instant.EPOCH;

    /** For Axon, before the first event is applied. */
    ApiToken() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    MintedToken decide(MintToken command, Claims claims, Clock clock) {
        Refusal.ifViolated(new ScopesAreKnown(command.scopes()));
        List<String> canonical = AllowedNetwork.canonical(command.allowedIps());
        Refusal.ifViolated(new AllowlistHasAtMostFiftyEntries(canonical));
        Instant now = now(clock);
        Instant end = command.lifetime() == null ? null : now.plus(command.lifetime());
        TokenClaims.take(claims, command.tokenId(), new TokenSecrets(command.hash(), null), true);
        apply(new TokenMinted(
                command.tokenId(),
                command.accountId(),
                command.name(),
                command.prefix(),
                command.hash(),
                command.scopes(),
                canonical,
                now,
                end));
        return new MintedToken(canonical, now, end);
    }

    @CommandHandler
    TokenState decide(EditToken command, Claims claims, TokenChanges changes, Clock clock) {
        refuseUnlessChangeableBy(command.accountId());
        String newName = command.name() == null ? name : command.name();
        List<String> newIps =
                command.allowedIps() == null ? allowedIps : AllowedNetwork.canonical(command.allowedIps());
        Refusal.ifViolated(new AllowlistHasAtMostFiftyEntries(newIps));
        if (!newName.equals(name) || !newIps.equals(allowedIps)) {
            hold(secrets, isOpen(), claims, changes);
            apply(new TokenEdited(tokenId, accountId, newName, newIps, now(clock)));
        }
        return state();
    }

    @CommandHandler
    TokenState decide(DisableToken command, Claims claims, TokenChanges changes, Clock clock) {
        refuseUnlessChangeableBy(command.accountId());
        if (!disabled) {
            hold(secrets, false, claims, changes);
            apply(new TokenDisabled(tokenId, now(clock)));
        }
        return state();
    }

    @CommandHandler
    TokenState decide(EnableToken command, Claims claims, TokenChanges changes, Clock clock) {
        refuseUnlessChangeableBy(command.accountId());
        if (disabled) {
            hold(secrets, true, claims, changes);
            apply(new TokenEnabled(tokenId, now(clock)));
        }
        return state();
    }

    @CommandHandler
    TokenState decide(RotateToken command, Claims claims, TokenChanges changes, Clock clock) {
        refuseUnlessChangeableBy(command.accountId());
        Instant now = now(clock);
        Instant oldUntil = command.overlap().isZero() ? null : now.plus(command.overlap());
        hold(secrets.replacedBy(command.hash(), oldUntil), isOpen(), claims, changes);
        if (secrets.old() != null) {
            apply(new OldSecretRetired(tokenId, now));
        }
        apply(new TokenRotated(tokenId, accountId, command.prefix(), command.hash(), oldUntil, now));
        return state();
    }

    @CommandHandler
    Revocation decide(RevokeToken command, Claims claims, TokenChanges changes, Clock clock) {
        Refusal.ifViolated(
                new TokenBelongsToCaller(accountId, command.accountId()), new RevokeReasonIsGiven(command.reason()));
        return revocation != null ? revocation : revoke(command.reason(), claims, changes, clock);
    }

    @CommandHandler
    boolean decide(RevokeInactiveToken command, TokenUses uses, Claims claims, TokenChanges changes, Clock clock) {
        Duration inactivity = command.inactivity();
        Instant since = now(clock).minus(inactivity);
        if (revocation != null
                || !tendedAt.isBefore(since)
                || !uses.countedSince().isBefore(since)
                || uses.lastUse(tokenId).filter(used -> !used.isBefore(since)).isPresent()) {
            return false;
        }
        revoke("Revoked for inactivity: not used for " + inactivity.toDays() + " days", claims, changes, clock);
        return true;
    }

    @CommandHandler
    boolean decide(WarnOfExpiry command, Clock clock) {
        Instant now = now(clock);
        if (revocation != null
                || expiryWarned
                || expiresAt == null
                || expiresAt.isBefore(now)
                || expiresAt.isAfter(now.plus(command.within()))) {
            return false;
        }
        int daysLeft = (int) Duration.between(now, expiresAt).toDays();
        apply(new ExpiryWarned(tokenId, accountId, daysLeft, now));
        return true;
    }

    @CommandHandler
    boolean decide(RetireOldSecret command, Claims claims, TokenChanges changes, Clock clock) {
        Instant now = now(clock);
        TokenSecrets.Old old = secrets.old();
        if (revocation != null || old == null || !old.until().isBefore(now)) {
            return false;
        }
        hold(secrets.withoutOld(), isOpen(), claims, changes);
        apply(new OldSecretRetired(tokenId, now));
        return true;
    }

    /** Null when the secret is no longer one of this token's. */
    @Nullable
    LeakedToken leaked(ReportLeakedToken command, Claims claims, TokenChanges changes, Clock clock) {
        Instant now = now(clock);
        if (!secrets.include(command.hash(), now)) {
            return null;
        }
        boolean revokedNow = revocation == null;
        if (revokedNow) {
            apply(new TokenLeaked(tokenId, accountId, command.source(), now));
            revoke("Found exposed in public by secret scanning (" + command.source() + ")", claims, changes, clock);
        }
        return new LeakedToken(tokenId, prefix, revokedNow);
    }

    private Revocation revoke(String reason, Claims claims, TokenChanges changes, Clock clock) {
        Revocation decided = new Revocation(reason, now(clock));
        hold(secrets, false, claims, changes);
        apply(new TokenRevoked(tokenId, decided.reason(), decided.at()));
        return decided;
    }

    private void refuseUnlessChangeableBy(String caller) {
        Refusal.ifViolated(new TokenBelongsToCaller(accountId, caller), new TokenIsNotRevoked(revocation));
    }

    /** Takes the claims anew: they move to the commit, and what nodes remember of the secrets is forgotten. */
    private void hold(TokenSecrets next, boolean open, Claims claims, TokenChanges changes) {
        TokenClaims.release(claims, secrets, isOpen());
        TokenClaims.take(claims, tokenId, next, open);
        secrets.hashes().forEach(changes::tokenChangesWithCommit);
    }

    private boolean isOpen() {
        return !disabled && revocation == null;
    }

    private TokenState state() {
        TokenSecrets.Old old = secrets.old();
        return new TokenState(name, prefix, allowedIps, disabled, rotatedAt, old == null ? null : old.until());
    }

    @EventSourcingHandler
    void evolve(TokenMinted event) {
        key = TokenKey.of(event.tokenId());
        tokenId = event.tokenId();
        accountId = event.accountId();
        name = event.name();
        prefix = event.prefix();
        allowedIps = known(event.allowedIps());
        secrets = new TokenSecrets(event.hash(), null);
        expiresAt = event.expiresAt();
        tendedAt = event.mintedAt();
    }

    @EventSourcingHandler
    void evolve(TokenEdited event) {
        name = event.name();
        allowedIps = known(event.allowedIps());
    }

    @EventSourcingHandler
    void evolve(TokenDisabled event) {
        disabled = true;
    }

    @EventSourcingHandler
    void evolve(TokenEnabled event) {
        disabled = false;
        tendedAt = event.enabledAt();
    }

    @EventSourcingHandler
    void evolve(TokenRotated event) {
        prefix = event.prefix();
        secrets = secrets.replacedBy(event.hash(), event.oldSecretUntil());
        rotatedAt = event.rotatedAt();
        tendedAt = event.rotatedAt();
        expiryWarned = false;
    }

    @EventSourcingHandler
    void evolve(OldSecretRetired event) {
        secrets = secrets.withoutOld();
    }

    @EventSourcingHandler
    void evolve(ExpiryWarned event) {
        expiryWarned = true;
    }

    @EventSourcingHandler
    void evolve(TokenRevoked event) {
        revocation = new Revocation(event.reason(), event.revokedAt());
    }

    // Null once the owner's key is destroyed; nobody uses such a token.
    private static List<String> known(@Nullable List<String> entries) {
        return entries == null ? List.of() : entries;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
