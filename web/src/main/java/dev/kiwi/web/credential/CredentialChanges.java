package dev.kiwi.web.credential;

import dev.kiwi.command.account.AccountChanges;
import dev.kiwi.command.token.TokenChanges;
import dev.kiwi.web.credential.AccountStandings.AccountVersion;
import dev.kiwi.web.credential.AccountStandings.Standing;
import dev.kiwi.web.credential.TokenCredentials.Known;
import dev.kiwi.web.invalidate.Invalidations;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Has credentials forgotten that changed: on this node as soon as the command is committed and before its sender hears
 * of it (local subscribers hear a message at once), on the others as soon as the message arrives.
 */
final class CredentialChanges implements TokenChanges, AccountChanges {
    private static final String TOKEN = "token";
    private static final String ACCOUNT = "account";

    private final Invalidations invalidations;
    private final CredentialCache<String, Known> tokens;
    private final CredentialCache<AccountVersion, Standing> sessions;

    CredentialChanges(
            Invalidations invalidations,
            CredentialCache<String, Known> tokens,
            CredentialCache<AccountVersion, Standing> sessions) {
        this.invalidations = invalidations;
        this.tokens = tokens;
        this.sessions = sessions;
        invalidations.subscribe(TOKEN, this::forgetToken);
        invalidations.subscribe(ACCOUNT, this::forgetAccount);
    }

    @Override
    public void tokenChangesWithCommit(String tokenHash) {
        CurrentUnitOfWork.get().afterCommit(committed -> invalidations.publish(TOKEN, tokenHash));
    }

    @Override
    public void accountChangesWithCommit(String accountId) {
        CurrentUnitOfWork.get().afterCommit(committed -> invalidations.publish(ACCOUNT, accountId));
    }

    private void forgetToken(String hash) {
        if (hash.equals(Invalidations.ALL)) {
            tokens.forgetAll();
        } else {
            tokens.forget(hash);
        }
    }

    private void forgetAccount(String accountId) {
        sessions.forgetIf(
                key -> accountId.equals(Invalidations.ALL) || key.accountId().equals(accountId));
        // Tokens are known by hash, not by owner; accounts change seldom enough to forget them all.
        tokens.forgetAll();
    }
}
