package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Decides whether an account and a password belong together, on the account's own state. Blocks. */
public final class PasswordLogin {
    // Only reads the account's state, so no event will carry this.
    private static final CommandContext READING = CommandContext.system("login");

    private final KnownAddresses addresses;
    private final CommandDispatcher commands;
    private final PasswordHasher hasher;

    public PasswordLogin(KnownAddresses addresses, CommandDispatcher commands, PasswordHasher hasher) {
        this.addresses = addresses;
        this.commands = commands;
        this.hasher = hasher;
    }

    /**
     * Somebody who knows the password of an account.
     *
     * @param tokenVersion for the session token
     * @param verified the account's address
     * @param proof fingerprint of the password's hash, for {@link dev.kiwi.api.account.ReplacePassword}
     */
    public record Proven(String accountId, int tokenVersion, boolean verified, String proof) {}

    /**
     * Takes as long for an address that nobody has. Refused with {@code invalid_credentials} for an unknown address, a
     * wrong password and an inactive account alike.
     */
    public Proven verify(EmailAddress email, String password) {
        return verify(addresses.holder(email).orElse(null), password, "The email address or the password is wrong.");
    }

    /** For somebody who is logged in already and asks for something grave. Refused with {@code invalid_credentials}. */
    public Proven verifyOwner(String accountId, String password) {
        return verify(accountId, password, "The current password is wrong.");
    }

    private Proven verify(@Nullable String accountId, String password, String refusal) {
        LoginState state = accountId == null ? null : read(accountId);
        String hash = state == null ? null : state.passwordHash();
        boolean matches = hasher.verify(password, hash).join();
        if (accountId == null || state == null || hash == null || !matches || !state.active()) {
            throw new Refusal(ErrorCode.INVALID_CREDENTIALS, refusal);
        }
        return new Proven(accountId, state.tokenVersion(), state.verified(), Fingerprint.of(hash));
    }

    /** False when the account is gone, or its password is another one by now. */
    public boolean isProof(String accountId, String proof) {
        LoginState state = read(accountId);
        return state != null && Fingerprint.matches(proof, state.passwordHash());
    }

    /** Null for an account that is gone. */
    private @Nullable LoginState read(String accountId) {
        try {
            return commands.<LoginState>dispatch(new ReadLoginState(accountId), READING)
                    .join()
                    .result();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }
}
