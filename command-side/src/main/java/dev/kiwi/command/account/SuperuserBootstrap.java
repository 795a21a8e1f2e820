package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.GrantSuperuser;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.account.RegisterAccount;
import dev.kiwi.api.account.ReplacePassword;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.util.concurrent.CompletionException;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Makes sure at start that there is an administrator with the configured password (platform.md 20). */
public final class SuperuserBootstrap {
    private static final CommandContext CONTEXT = CommandContext.system("superuser-bootstrap");

    private final Claims claims;
    private final EmailFingerprints fingerprints;
    private final CommandDispatcher commands;
    private final PasswordHasher hasher;

    public SuperuserBootstrap(
            Claims claims, EmailFingerprints fingerprints, CommandDispatcher commands, PasswordHasher hasher) {
        this.claims = claims;
        this.fingerprints = fingerprints;
        this.commands = commands;
        this.hasher = hasher;
    }

    /**
     * Whether somebody has an account with that address. Blocks.
     *
     * @throws IllegalArgumentException when the text is not an e-mail address
     */
    public boolean exists(String email) {
        return find(parsed(email)) != null;
    }

    /**
     * Makes sure that the account is there; {@link #ensureSuperuser} does the rest, which takes longer. Blocks; call it at
     * start, not in a request.
     *
     * @return the account's id
     * @throws IllegalArgumentException when the text is not an e-mail address
     */
    public String ensureAccount(String email, String password) {
        EmailAddress address = parsed(email);
        String existing = find(address);
        return existing == null ? register(address, password) : existing;
    }

    /**
     * Makes the account a superuser and replaces its password by this one: the environment wins over the portal, and
     * another password voids all session tokens. Takes as long as a login, and blocks.
     */
    public void ensureSuperuser(String account, String password) {
        send(new GrantSuperuser(account));
        LoginState state = send(new ReadLoginState(account));
        String hash = state == null ? null : state.passwordHash();
        if (!hasher.verify(password, hash).join()) {
            send(ReplacePassword.byOperator(account, hasher.hash(password).join()));
        }
    }

    private static EmailAddress parsed(String email) {
        return EmailAddress.parse(email)
                .orElseThrow(() -> new IllegalArgumentException("ADMIN_EMAIL is not an e-mail address"));
    }

    private String register(EmailAddress address, String password) {
        String accountId = ObjectId.get().toHexString();
        String hash = hasher.hash(password).join();
        try {
            send(new RegisterAccount(accountId, address, "Administrator", hash, true, true));
            return accountId;
        } catch (CompletionException e) {
            String winner = find(address);
            if (isTaken(e) && winner != null) {
                // Another node has started at the same moment.
                return winner;
            }
            throw e;
        }
    }

    private @Nullable String find(EmailAddress address) {
        String key = AccountClaims.holder(claims, fingerprints.of(address));
        return key == null ? null : key.substring(key.indexOf(':') + 1);
    }

    private static boolean isTaken(CompletionException e) {
        return e.getCause() instanceof Refusal refusal
                && (refusal.code() == ErrorCode.CONFLICT || refusal.code() == ErrorCode.EMAIL_TAKEN);
    }

    private <R> @Nullable R send(Object command) {
        return commands.<R>dispatch(command, CONTEXT).join().result();
    }
}
