package dev.kiwi.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountKey;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.GrantSuperuser;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.PersonalData;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Who may log in. The claims of {@link AccountClaims} follow its events. */
final class Account {
    @AggregateIdentifier
    private @Nullable String key;

    @DataSubject
    private String accountId = "";

    @PersonalData
    private @Nullable String emailFingerprint;

    @PersonalData
    private @Nullable String passwordHash;

    private boolean verified;
    private boolean superuser;
    private int tokenVersion;

    /** For Axon, before the first event is applied. */
    Account() {}

    @CommandHandler
    Account(RegisterAccount command, Claims claims, EmailFingerprints fingerprints, Clock clock) {
        String fingerprint = fingerprints.of(command.email());
        Refusal.ifViolated(new EmailIsFree(fingerprint, claims));
        AccountClaims.taken(claims, command.accountId(), fingerprint);
        apply(new AccountRegistered(
                command.accountId(),
                command.email().text(),
                fingerprint,
                command.displayName(),
                command.passwordHash(),
                command.verified(),
                command.superuser(),
                now(clock)));
    }

    @CommandHandler
    LoginState decide(ReadLoginState command) {
        return new LoginState(passwordHash, true, verified, tokenVersion);
    }

    @CommandHandler
    void decide(GrantSuperuser command, Clock clock) {
        if (!superuser) {
            apply(new SuperuserGranted(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(ReplacePassword command, Claims claims, AccountChanges changes, Clock clock) {
        int next = tokenVersion + 1;
        AccountClaims.versionMoved(claims, accountId, tokenVersion, next);
        changes.accountChangesWithCommit(accountId);
        apply(new PasswordReplaced(accountId, command.passwordHash(), next, now(clock)));
    }

    @CommandHandler
    void decide(EraseAccount command, Claims claims, PersonalDataErasure erasure, AccountChanges changes, Clock clock) {
        AccountClaims.released(claims, accountId, emailFingerprint, tokenVersion);
        erasure.eraseWithCommit(accountId);
        changes.accountChangesWithCommit(accountId);
        apply(new AccountErased(accountId, now(clock)));
    }

    @EventSourcingHandler
    void evolve(AccountRegistered event) {
        key = AccountKey.of(event.accountId());
        accountId = event.accountId();
        emailFingerprint = event.emailFingerprint();
        passwordHash = event.passwordHash();
        verified = event.verified();
        superuser = event.superuser();
    }

    @EventSourcingHandler
    void evolve(SuperuserGranted event) {
        superuser = true;
    }

    @EventSourcingHandler
    void evolve(PasswordReplaced event) {
        passwordHash = event.passwordHash();
        tokenVersion = event.tokenVersion();
    }

    @EventSourcingHandler
    void evolve(AccountErased event) {
        markDeleted();
    }

    // Milliseconds are what the API shows, so nothing finer is stored.
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
