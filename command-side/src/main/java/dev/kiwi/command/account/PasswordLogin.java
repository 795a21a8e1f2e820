package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.CommandDispatcher;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether an address and a password belong together, on the account's own state. */
public final class PasswordLogin {
    private final Claims claims;
    private final EmailFingerprints fingerprints;
    private final CommandDispatcher commands;
    private final PasswordHasher hasher;
    private final boolean requireVerified;

    public PasswordLogin(
            Claims claims,
            EmailFingerprints fingerprints,
            CommandDispatcher commands,
            PasswordHasher hasher,
            boolean requireVerified) {
        this.claims = claims;
        this.fingerprints = fingerprints;
        this.commands = commands;
        this.hasher = hasher;
        this.requireVerified = requireVerified;
    }

    /** @param tokenVersion for the session token */
    public record Verified(String accountId, int tokenVersion) {}

    /**
     * Blocks for the length of one password hash, also for an address that nobody has. Refused with
     * {@code invalid_credentials} for an unknown address, a wrong password and an inactive account alike, with
     * {@code email_unverified} when the setting asks for a verified address.
     */
    public Verified verify(EmailAddress email, String password, CommandContext context) {
        String key = AccountClaims.holder(claims, fingerprints.of(email));
        LoginState state = key == null ? null : read(accountId(key), context);
        boolean matches = hasher.verify(password, state == null ? null : state.passwordHash())
                .join();
        if (key == null || state == null || !matches || !state.active()) {
            throw new Refusal(ErrorCode.INVALID_CREDENTIALS, "The email address or the password is wrong.");
        }
        if (requireVerified && !state.verified()) {
            throw new Refusal(ErrorCode.EMAIL_UNVERIFIED, "Open the link in the verification mail first.");
        }
        return new Verified(accountId(key), state.tokenVersion());
    }

    private @Nullable LoginState read(String accountId, CommandContext context) {
        return commands.<LoginState>dispatch(new ReadLoginState(accountId), context)
                .join()
                .result();
    }

    private static String accountId(String key) {
        return Objects.requireNonNull(key).substring(key.indexOf(':') + 1);
    }
}
