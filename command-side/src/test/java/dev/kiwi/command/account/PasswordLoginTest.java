package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.account.LoginState;
import dev.kiwi.api.account.ReadLoginState;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasswordLoginTest {
    private static final PasswordHasher HASHER = new PasswordHasher();
    private static final String HASH = HASHER.hash("right").join();

    private final AccountFixture fixture = new AccountFixture().holdingItsClaims();
    private boolean active = true;
    private final PasswordLogin login =
            new PasswordLogin(new KnownAddresses(fixture.claims, fixture.fingerprints), new OneAccount(), HASHER);

    @AfterAll
    static void close() {
        HASHER.close();
    }

    @Test
    void whoeverKnowsThePasswordHasAProofOfIt() {
        PasswordLogin.Proven proven = login.verify(EMAIL, "right");
        assertThat(proven).isEqualTo(new PasswordLogin.Proven(ID, 7, true, Fingerprint.of(HASH)));
        assertThat(login.verifyOwner(ID, "right")).isEqualTo(proven);
        assertThat(login.isProof(ID, proven.proof())).isTrue();
        assertThat(login.isProof(ID, Fingerprint.of("another hash"))).isFalse();
        assertThat(login.isProof("b".repeat(24), proven.proof())).isFalse();
    }

    @Test
    void anUnknownAddressAWrongPasswordAndAnInactiveAccountAreToldApartNeitherByTheAnswerNorByTheWork() {
        Refusal unknown = refused(() -> login.verify(AccountFixture.email("bob@example.com"), "right"));
        Refusal wrong = refused(() -> login.verify(EMAIL, "wrong"));
        active = false;
        Refusal inactive = refused(() -> login.verify(EMAIL, "right"));
        assertThat(unknown.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage()).isEqualTo(inactive.getMessage());
    }

    /** Each takes one hash of the same parameters, which is nine tenths of the time. */
    private static Refusal refused(Runnable attempt) {
        long before = HASHER.hashes();
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt::run);
        assertThat(HASHER.hashes()).isEqualTo(before + 1);
        return refusal;
    }

    private final class OneAccount implements CommandDispatcher {
        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletableFuture<Dispatched<R>> dispatch(
                Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
            return ((ReadLoginState) command).accountId().equals(ID)
                    ? CompletableFuture.completedFuture(new Dispatched<>((R) new LoginState(HASH, active, true, 7), -1))
                    : CompletableFuture.failedFuture(new Refusal(ErrorCode.NOT_FOUND, "There is no such thing."));
        }
    }
}
