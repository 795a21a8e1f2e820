package dev.kiwi.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.audit.AccountAt;
import dev.kiwi.api.audit.ReadAccountAt;
import dev.kiwi.api.audit.ReadTokenAt;
import dev.kiwi.api.audit.TokenAt;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.query.audit.PastEvents.PastEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Event n happens n seconds and half a millisecond after ten. */
class PastQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<PastEvent> past = new ArrayList<>();
    private final PastQueries queries =
            new PastQueries(entity -> List.of("token:t1", "account:ada").contains(entity) ? past : List.of());

    private void happened(Object... events) {
        for (Object event : events) {
            past.add(new PastEvent(second(past.size()).plusNanos(500_000), event));
        }
    }

    private static Instant second(int n) {
        return NOW.plusSeconds(n);
    }

    private TokenAt token(int second) {
        return queries.read(new ReadTokenAt("t1", second(second)));
    }

    private AccountAt account(int second) {
        return queries.read(new ReadAccountAt("ada", second(second)));
    }

    @Test
    void aTokenIsWhatItsEventsUntilThenHaveMadeOfIt() {
        happened(
                new TokenMinted("t1", "ada", "bot", "kiwi_one", "h1", 513, List.of("10.0.0.1"), NOW, second(900)),
                new TokenEdited("t1", "ada", "better bot", List.of("10.0.0.1", "10.0.0.2"), second(1)),
                new TokenDisabled("t1", second(2)),
                new TokenEnabled("t1", second(3)),
                new TokenRotated("t1", "ada", "kiwi_two", "h2", second(60), second(4)),
                new OldSecretRetired("t1", second(5)),
                new TokenRevoked("t1", "no longer used", second(6)));
        assertThat(token(0))
                .isEqualTo(new TokenAt(
                        NOW,
                        NOW.plusNanos(500_000),
                        "t1",
                        "ada",
                        "bot",
                        "kiwi_one",
                        513,
                        List.of("rotations:read", "leaderboards:read"),
                        1,
                        true,
                        false,
                        null,
                        null,
                        NOW,
                        null,
                        null,
                        second(900)));
        assertThat(token(1)).extracting(TokenAt::name, TokenAt::allowedIpCount).containsExactly("better bot", 2);
        assertThat(List.of(token(2).enabled(), token(3).enabled())).containsExactly(false, true);
        assertThat(token(4))
                .extracting(TokenAt::prefix, TokenAt::rotatedAt, TokenAt::oldSecretUntil)
                .containsExactly("kiwi_two", second(4), second(60));
        assertThat(token(5))
                .extracting(TokenAt::oldSecretUntil, TokenAt::revoked)
                .containsExactly(null, false);
        assertThat(token(60))
                .extracting(TokenAt::revoked, TokenAt::revokedAt, TokenAt::revokeReason, TokenAt::createdAt)
                .containsExactly(true, second(6), "no longer used", NOW);
    }

    @Test
    void anAccountIsWhatItsEventsUntilThenHaveMadeOfIt() {
        happened(
                new AccountRegistered("ada", "a@b.c", "f", null, "hash", false, false, NOW),
                new EmailVerified("ada", second(1)),
                new ProfileChanged("ada", "Ada", second(2)),
                new EmailBounced("ada", second(3)),
                new EmailChangeRequested("ada", "new@b.c", second(4)),
                new EmailChanged("ada", "a@b.c", "new@b.c", "f2", 1, second(5)),
                new SuperuserGranted("ada", second(6)),
                new GithubLinked("ada", "1", "f", false, second(7)),
                new PasswordReplaced("ada", "other", 2, "changed", second(8)));
        assertThat(account(0))
                .isEqualTo(new AccountAt(
                        NOW,
                        NOW.plusNanos(500_000),
                        "ada",
                        "a@b.c",
                        null,
                        true,
                        false,
                        false,
                        false,
                        false,
                        NOW,
                        null));
        assertThat(List.of(account(1).isVerified(), account(3).emailBounced())).containsOnly(true);
        assertThat(account(2).displayName()).isEqualTo("Ada");
        assertThat(account(4).email()).isEqualTo("a@b.c");
        assertThat(account(5))
                .extracting(AccountAt::email, AccountAt::emailBounced)
                .containsExactly("new@b.c", false);
        assertThat(List.of(account(6).isSuperuser(), account(7).githubLinked())).containsOnly(true);
        assertThat(account(99).changedAt()).isEqualTo(second(8).plusNanos(500_000));
    }

    @Test
    void anErasedAccountIsATombstoneForEveryTime() {
        happened(
                new AccountRegistered("ada", null, null, null, null, true, false, NOW),
                new AccountErased("ada", second(1)));
        assertThat(account(0))
                .extracting(AccountAt::email, AccountAt::isActive, AccountAt::isVerified, AccountAt::erasedAt)
                .containsExactly(null, true, true, second(1));
        assertThat(account(1))
                .extracting(AccountAt::isActive, AccountAt::erasedAt)
                .containsExactly(false, second(1));
    }

    @Test
    void theAllowlistOfAnErasedOwnerCannotBeCountedAnyMore() {
        happened(new TokenMinted("t1", "ada", "bot", "kiwi_one", "h1", 0, null, NOW, null));
        assertThat(token(0).allowedIpCount()).isNull();
    }

    @Test
    void beforeItExistedItIsNotFound() {
        happened(new TokenMinted("t1", "ada", "bot", "kiwi_one", "h1", 0, List.of(), NOW, null));
        for (ReadTokenAt query : List.of(new ReadTokenAt("t1", NOW.minusMillis(1)), new ReadTokenAt("t2", second(1)))) {
            assertThatThrownBy(() -> queries.read(query))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }
}
