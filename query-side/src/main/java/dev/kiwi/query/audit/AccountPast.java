package dev.kiwi.query.audit;

import dev.kiwi.api.account.AccountEvent;
import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.PasswordResetRequested;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.audit.AccountAt;
import dev.kiwi.query.audit.PastEvents.PastEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an account after so many of its events. */
final class AccountPast {
    private String id = "";
    private @Nullable String email;
    private @Nullable String displayName;
    private boolean active = true;
    private boolean verified;
    private boolean superuser;
    private boolean bounced;
    private boolean githubLinked;
    private Instant registeredAt = Instant.EPOCH;

    void evolve(AccountEvent happened) {
        switch (happened) {
            case AccountRegistered event -> registered(event);
            case SuperuserGranted event -> superuser = true;
            case EmailVerified event -> confirmed();
            case EmailChanged event -> {
                email = event.newEmail();
                confirmed();
            }
            case ProfileChanged event -> displayName = event.displayName();
            case EmailBounced event -> bounced = true;
            case GithubLinked event -> {
                githubLinked = true;
                confirmed();
            }
            case AccountErased event -> active = false;
            case PasswordReplaced event -> {}
            case VerificationRequested event -> {}
            case PasswordResetRequested event -> {}
            case EmailChangeRequested event -> {}
            case SessionsVoided event -> {}
            case SecondFactorEnabled event -> {}
            case SecondFactorDisabled event -> {}
            case RecoveryCodesMade event -> {}
            case RecoveryCodeUsed event -> {}
            case PasskeyAdded event -> {}
            case PasskeyRenamed event -> {}
            case PasskeyUsed event -> {}
            case PasskeyRemoved event -> {}
            case PasskeyCounterWentBack event -> {}
        }
    }

    private void registered(AccountRegistered event) {
        id = event.accountId();
        email = event.email();
        displayName = event.displayName();
        verified = event.verified();
        superuser = event.superuser();
        registeredAt = event.registeredAt();
    }

    private void confirmed() {
        verified = true;
        bounced = false;
    }

    static @Nullable Instant erasedAt(List<PastEvent> all) {
        return all.getLast().event() instanceof AccountErased erased ? erased.erasedAt() : null;
    }

    AccountAt at(Instant asOf, Instant changedAt, @Nullable Instant erasedAt) {
        return new AccountAt(
                asOf,
                changedAt,
                id,
                email,
                displayName,
                active,
                verified,
                superuser,
                bounced,
                githubLinked,
                registeredAt,
                erasedAt);
    }
}
