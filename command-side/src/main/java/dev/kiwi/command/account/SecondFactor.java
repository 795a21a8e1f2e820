package dev.kiwi.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AddPasskey;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.RemovePasskey;
import dev.kiwi.api.account.RemoveSecondFactors;
import dev.kiwi.api.account.RenamePasskey;
import dev.kiwi.api.account.ReplaceRecoveryCodes;
import dev.kiwi.api.account.ReportPasskeyCounter;
import dev.kiwi.api.account.SecondFactorKey;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.account.UsePasskey;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which second factors an account has, and what happened to them: an authenticator and passkeys, with recovery codes as
 * long as there is one of them. It has a stream of its own beside its account's: nothing of it concerns the account's
 * other rules. Secrets, keys and codes are no facts and are not here.
 */
final class SecondFactor {
    @AggregateIdentifier
    private @Nullable String key;

    private String accountId = "";
    private boolean enabled;

    /** Hashes of their credentials by their ids. Not final: a snapshot is filled field by field. */
    private Map<String, String> passkeys = new LinkedHashMap<>();

    /** For Axon, before the first event is applied. */
    SecondFactor() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EnableSecondFactor command, Claims claims, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(
                new SecondFactorIs(false, enabled), new CodesAreForTheFirst(command.recoveryCodes(), isFirst()));
        Instant now = now(clock);
        SecondFactorClaims.authenticatorAdded(claims, command.accountId(), isFirst());
        changes.accountChangesWithCommit(command.accountId());
        apply(new SecondFactorEnabled(command.accountId(), now));
        recoveryCodesMade(command.accountId(), command.recoveryCodes(), now);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Instant decide(AddPasskey command, Claims claims, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(
                new RoomForAPasskey(passkeys.size()),
                new CredentialIsNobodys(command.credentialHash(), claims),
                new CodesAreForTheFirst(command.recoveryCodes(), isFirst()));
        Instant now = now(clock);
        SecondFactorClaims.passkeyAdded(claims, command.accountId(), command.credentialHash(), isFirst());
        changes.accountChangesWithCommit(command.accountId());
        apply(new PasskeyAdded(
                command.accountId(),
                command.passkeyId(),
                command.credentialHash(),
                command.name(),
                command.synced(),
                now));
        recoveryCodesMade(command.accountId(), command.recoveryCodes(), now);
        return now;
    }

    @CommandHandler
    void decide(RenamePasskey command, Clock clock) {
        Refusal.ifViolated(new PasskeyIsThere(command.passkeyId(), passkeys.keySet()));
        apply(new PasskeyRenamed(accountId, command.passkeyId(), command.name(), now(clock)));
    }

    @CommandHandler
    void decide(UsePasskey command, Claims claims, Clock clock) {
        Refusal.ifViolated(
                new PasskeyIsThere(command.passkeyId(), passkeys.keySet()),
                new PasskeyIsOfTodaysOwner(accountId, passkeys.getOrDefault(command.passkeyId(), ""), claims));
        apply(new PasskeyUsed(accountId, command.passkeyId(), command.purpose().text(), command.synced(), now(clock)));
    }

    @CommandHandler
    void decide(ReportPasskeyCounter command, Clock clock) {
        Refusal.ifViolated(new PasskeyIsThere(command.passkeyId(), passkeys.keySet()));
        apply(new PasskeyCounterWentBack(
                accountId, command.passkeyId(), command.lastCount(), command.presentedCount(), now(clock)));
    }

    @CommandHandler
    void decide(RemovePasskey command, Claims claims, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(new PasskeyIsThere(command.passkeyId(), passkeys.keySet()));
        remove(command.passkeyId(), claims, changes, clock);
    }

    @CommandHandler
    void decide(DisableSecondFactor command, Claims claims, AccountChanges changes, Clock clock) {
        disable(claims, changes, clock);
    }

    @CommandHandler
    void decide(RemoveSecondFactors command, Claims claims, AccountChanges changes, Clock clock) {
        disable(claims, changes, clock);
        for (String passkeyId : List.copyOf(passkeys.keySet())) {
            remove(passkeyId, claims, changes, clock);
        }
    }

    @CommandHandler
    void decide(ReplaceRecoveryCodes command, Clock clock) {
        Refusal.ifViolated(new SecondFactorIs(true, !isFirst()));
        apply(new RecoveryCodesMade(accountId, command.recoveryCodes(), now(clock)));
    }

    @CommandHandler
    void decide(SpendRecoveryCode command, Clock clock) {
        Refusal.ifViolated(new SecondFactorIs(true, !isFirst()));
        apply(new RecoveryCodeUsed(accountId, command.left(), now(clock)));
    }

    /** Whether a factor that is added now is the only one. */
    private boolean isFirst() {
        return !enabled && passkeys.isEmpty();
    }

    private static void recoveryCodesMade(String accountId, int count, Instant now) {
        if (count > 0) {
            apply(new RecoveryCodesMade(accountId, count, now));
        }
    }

    private void disable(Claims claims, AccountChanges changes, Clock clock) {
        if (enabled) {
            SecondFactorClaims.authenticatorRemoved(claims, accountId, passkeys.isEmpty());
            changes.accountChangesWithCommit(accountId);
            apply(new SecondFactorDisabled(accountId, now(clock)));
        }
    }

    private void remove(String passkeyId, Claims claims, AccountChanges changes, Clock clock) {
        boolean last = !enabled && passkeys.size() == 1;
        SecondFactorClaims.passkeyRemoved(
                claims, accountId, Objects.requireNonNull(passkeys.get(passkeyId), "it is there"), last);
        changes.accountChangesWithCommit(accountId);
        apply(new PasskeyRemoved(accountId, passkeyId, now(clock)));
    }

    @EventSourcingHandler
    void evolve(SecondFactorEnabled event) {
        begun(event.accountId());
        enabled = true;
    }

    @EventSourcingHandler
    void evolve(SecondFactorDisabled event) {
        enabled = false;
    }

    @EventSourcingHandler
    void evolve(PasskeyAdded event) {
        begun(event.accountId());
        passkeys.put(event.passkeyId(), event.credentialHash());
    }

    @EventSourcingHandler
    void evolve(PasskeyRemoved event) {
        passkeys.remove(event.passkeyId());
    }

    private void begun(String account) {
        key = SecondFactorKey.of(account);
        accountId = account;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
