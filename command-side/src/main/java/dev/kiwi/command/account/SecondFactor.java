package dev.kiwi.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.DisableSecondFactor;
import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.ReplaceRecoveryCodes;
import dev.kiwi.api.account.SecondFactorKey;
import dev.kiwi.api.account.SpendRecoveryCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account's logins need a second factor, and what happened to it. It has a stream of its own beside its
 * account's: nothing of it concerns the account's other rules. Secrets and codes are no facts and are not here.
 */
final class SecondFactor {
    @AggregateIdentifier
    private @Nullable String key;

    private String accountId = "";
    private boolean enabled;

    /** For Axon, before the first event is applied. */
    SecondFactor() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EnableSecondFactor command, Claims claims, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(new SecondFactorIs(false, enabled));
        Instant now = now(clock);
        SecondFactorClaims.enabled(claims, command.accountId());
        changes.accountChangesWithCommit(command.accountId());
        apply(new SecondFactorEnabled(command.accountId(), now));
        apply(new RecoveryCodesMade(command.accountId(), command.recoveryCodes(), now));
    }

    @CommandHandler
    void decide(DisableSecondFactor command, Claims claims, AccountChanges changes, Clock clock) {
        if (enabled) {
            SecondFactorClaims.disabled(claims, accountId);
            changes.accountChangesWithCommit(accountId);
            apply(new SecondFactorDisabled(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(ReplaceRecoveryCodes command, Clock clock) {
        Refusal.ifViolated(new SecondFactorIs(true, enabled));
        apply(new RecoveryCodesMade(accountId, command.recoveryCodes(), now(clock)));
    }

    @CommandHandler
    void decide(SpendRecoveryCode command, Clock clock) {
        Refusal.ifViolated(new SecondFactorIs(true, enabled));
        apply(new RecoveryCodeUsed(accountId, command.left(), now(clock)));
    }

    @EventSourcingHandler
    void evolve(SecondFactorEnabled event) {
        key = SecondFactorKey.of(event.accountId());
        accountId = event.accountId();
        enabled = true;
    }

    @EventSourcingHandler
    void evolve(SecondFactorDisabled event) {
        enabled = false;
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
