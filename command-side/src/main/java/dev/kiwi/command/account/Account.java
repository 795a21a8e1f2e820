package dev.kiwi.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.PasswordResetRequested;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.account.AccountKey;
import dev.kiwi.api.account.ChangeProfile;
import dev.kiwi.api.account.ConfirmEmailChange;
import dev.kiwi.api.account.DeleteAccount;
import dev.kiwi.api.account.EmailLink;
import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.GrantSuperuser;
import dev.kiwi.api.account.LinkGithub;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.account.MarkEmailBounced;
import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.account.ReplacedPassword;
import dev.kiwi.api.account.RequestEmailChange;
import dev.kiwi.api.account.RequestPasswordReset;
import dev.kiwi.api.account.RequestVerification;
import dev.kiwi.api.account.VerifyEmail;
import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.PersonalData;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in. The claims of {@link AccountClaims} follow its events. Longer than other files, because the handlers of
 * an aggregate are all of one class.
 */
final class Account {
    @AggregateIdentifier
    private @Nullable String key;

    @DataSubject
    private String accountId = "";

    @PersonalData
    private @Nullable String email;

    @PersonalData
    private @Nullable String emailFingerprint;

    @PersonalData
    private @Nullable String displayName;

    @PersonalData
    private @Nullable String passwordHash;

    @PersonalData
    private @Nullable String githubFingerprint;

    /** The token version with which it was taken from somebody who had only guessed its address; 0 for never. */
    private int takenOverAt;

    private boolean verified;
    private boolean bounced;
    private boolean superuser;
    private int tokenVersion;

    /** For Axon, before the first event is applied. */
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Instant decide(
            RegisterAccount command,
            Claims claims,
            EmailFingerprints emails,
            GithubFingerprints githubAccounts,
            Clock clock) {
        String fingerprint = emails.of(command.email());
        Refusal.ifViolated(new EmailIsFree(fingerprint, claims));
        AccountClaims.taken(claims, command.accountId(), fingerprint);
        Instant now = now(clock);
        apply(new AccountRegistered(
                command.accountId(),
                command.email().text(),
                fingerprint,
                command.displayName(),
                command.passwordHash(),
                command.verified(),
                command.superuser(),
                now));
        if (!command.verified()) {
            apply(new VerificationRequested(command.accountId(), now));
        }
        if (command.githubId() != null) {
            String github = githubAccounts.of(command.githubId());
            AccountClaims.githubMoved(claims, command.accountId(), null, github);
            apply(new GithubLinked(command.accountId(), command.githubId(), github, true, now));
        }
        return now;
    }

    @CommandHandler
    boolean decide(
            LinkGithub command, Claims claims, GithubFingerprints fingerprints, AccountChanges changes, Clock clock) {
        String github = fingerprints.of(command.githubId());
        if (github.equals(githubFingerprint)) {
            return false;
        }
        Refusal.ifViolated(new AddressIsStillTheAccounts(command.email(), email));
        boolean guessed = !verified;
        if (guessed) {
            AccountClaims.takenOver(claims, accountId);
            int next = voidSessions(claims, changes);
            String unusable = PasswordCause.UNUSABLE.text();
            apply(new PasswordReplaced(accountId, command.unusablePassword(), next, unusable, now(clock)));
        }
        AccountClaims.githubMoved(claims, accountId, githubFingerprint, github);
        changes.accountChangesWithCommit(accountId);
        apply(new GithubLinked(accountId, command.githubId(), github, false, now(clock)));
        return guessed;
    }

    @CommandHandler
    LoginState decide(ReadLoginState command) {
        return new LoginState(passwordHash, true, verified, tokenVersion);
    }

    @CommandHandler
    EmailLink decide(MakeEmailLink command, EmailLinks links) {
        return links.make(command, new EmailLinks.Holder(email, emailProof(), passwordHash, bounced));
    }

    @CommandHandler
    void decide(GrantSuperuser command, Clock clock) {
        if (!superuser) {
            apply(new SuperuserGranted(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(ChangeProfile command, Clock clock) {
        if (!Objects.equals(displayName, command.displayName())) {
            apply(new ProfileChanged(accountId, command.displayName(), now(clock)));
        }
    }

    @CommandHandler
    void decide(RequestVerification command, Clock clock) {
        if (!verified) {
            apply(new VerificationRequested(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(VerifyEmail command, AccountChanges changes, Clock clock) {
        if (!verified) {
            changes.accountChangesWithCommit(accountId);
            apply(new EmailVerified(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(MarkEmailBounced command, Clock clock) {
        if (!bounced && command.recipient().text().equals(email)) {
            apply(new EmailBounced(accountId, now(clock)));
        }
    }

    @CommandHandler
    void decide(RequestPasswordReset command, Clock clock) {
        apply(new PasswordResetRequested(accountId, now(clock)));
    }

    @CommandHandler
    ReplacedPassword decide(ReplacePassword command, Claims claims, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(new PasswordIsTheProvenOne(command.proof(), passwordHash, command.cause()));
        int next = voidSessions(claims, changes);
        apply(new PasswordReplaced(
                accountId, command.passwordHash(), next, command.cause().text(), now(clock)));
        return new ReplacedPassword(next, emailFingerprint);
    }

    @CommandHandler
    void decide(RequestEmailChange command, Claims claims, EmailFingerprints fingerprints, Clock clock) {
        Refusal.ifViolated(
                new EmailIsAnother(email, command.newEmail()),
                new EmailIsFree(fingerprints.of(command.newEmail()), claims));
        apply(new EmailChangeRequested(accountId, command.newEmail().text(), now(clock)));
    }

    @CommandHandler
    void decide(
            ConfirmEmailChange command,
            Claims claims,
            EmailFingerprints fingerprints,
            AccountChanges changes,
            Clock clock) {
        String fingerprint = fingerprints.of(command.newEmail());
        Refusal.ifViolated(
                new EmailIsTheProvenOne(command.proof(), emailProof()), new EmailIsFree(fingerprint, claims));
        AccountClaims.emailMoved(claims, accountId, emailFingerprint, fingerprint);
        int next = voidSessions(claims, changes);
        apply(new EmailChanged(accountId, email, command.newEmail().text(), fingerprint, next, now(clock)));
    }

    @CommandHandler
    void decide(
            DeleteAccount command, Claims claims, PersonalDataErasure erasure, AccountChanges changes, Clock clock) {
        Refusal.ifViolated(new ConfirmationIsTheAddress(command.confirmation(), email));
        erase(claims, erasure, changes, clock);
    }

    @CommandHandler
    void decide(VoidSessions command, Claims claims, AccountChanges changes, Clock clock) {
        apply(new SessionsVoided(accountId, voidSessions(claims, changes), now(clock)));
    }

    @CommandHandler
    void decide(EraseAccount command, Claims claims, PersonalDataErasure erasure, AccountChanges changes, Clock clock) {
        erase(claims, erasure, changes, clock);
    }

    private void erase(Claims claims, PersonalDataErasure erasure, AccountChanges changes, Clock clock) {
        AccountClaims.released(claims, accountId, emailFingerprint, githubFingerprint, tokenVersion);
        SecondFactorClaims.released(claims, accountId);
        erasure.eraseWithCommit(accountId);
        changes.accountChangesWithCommit(accountId);
        apply(new AccountErased(accountId, now(clock)));
    }

    /** Every session token is refused from the commit on. @return the version of those that are good after it */
    private int voidSessions(Claims claims, AccountChanges changes) {
        int next = tokenVersion + 1;
        AccountClaims.versionMoved(claims, accountId, tokenVersion, next);
        changes.accountChangesWithCommit(accountId);
        return next;
    }

    /** The address alone would let links go on working that somebody asked for before the account was taken over. */
    private @Nullable String emailProof() {
        return email == null || takenOverAt == 0 ? email : email + " " + takenOverAt;
    }

    @EventSourcingHandler
    void evolve(AccountRegistered event) {
        key = AccountKey.of(event.accountId());
        accountId = event.accountId();
        email = event.email();
        emailFingerprint = event.emailFingerprint();
        displayName = event.displayName();
        passwordHash = event.passwordHash();
        verified = event.verified();
        superuser = event.superuser();
    }

    @EventSourcingHandler
    void evolve(SuperuserGranted event) {
        superuser = true;
    }

    @EventSourcingHandler
    void evolve(ProfileChanged event) {
        displayName = event.displayName();
    }

    @EventSourcingHandler
    void evolve(EmailVerified event) {
        verified = true;
    }

    @EventSourcingHandler
    void evolve(EmailBounced event) {
        bounced = true;
    }

    @EventSourcingHandler
    void evolve(PasswordReplaced event) {
        passwordHash = event.passwordHash();
        tokenVersion = event.tokenVersion();
        takenOverAt = event.cause().equals(PasswordCause.UNUSABLE.text()) ? tokenVersion : takenOverAt;
    }

    @EventSourcingHandler
    void evolve(GithubLinked event) {
        githubFingerprint = event.githubFingerprint();
        verified = true;
        bounced = false;
    }

    @EventSourcingHandler
    void evolve(SessionsVoided event) {
        tokenVersion = event.tokenVersion();
    }

    @EventSourcingHandler
    void evolve(EmailChanged event) {
        email = event.newEmail();
        emailFingerprint = event.emailFingerprint();
        verified = true;
        bounced = false;
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
