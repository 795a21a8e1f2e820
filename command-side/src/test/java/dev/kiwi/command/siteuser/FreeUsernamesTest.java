package dev.kiwi.command.siteuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.siteuser.Username;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** site-users.md 2: somebody whose name is taken gets one near it. */
class FreeUsernamesTest {
    private static final String ADA = "a".repeat(24);

    private final SiteUserClaims claims = new SiteUserClaims(
            new RecordedClaims(), new DerivedKeys("a secret for tests only, long enough").siteUserClaims());
    private final FreeUsernames usernames = new FreeUsernames(claims, new Random(7));

    @Test
    void aFreeNameIsTakenAsItIs() {
        assertThat(usernames.near("Ada.L", ADA)).isEqualTo("ada.l");
    }

    @Test
    void onesOwnNameIsFree() {
        claims.registered(ADA, "7", "ada");
        assertThat(usernames.near("Ada", ADA)).isEqualTo("ada");
    }

    @Test
    void aTakenNameGetsFourDigits() {
        claims.registered("b".repeat(24), "8", "ada");
        assertThat(usernames.near("Ada", ADA)).matches("ada[0-9a-f]{4}");
        claims.registered("c".repeat(24), "9", "abcdefghijklmnopqrst");
        assertThat(usernames.near("abcdefghijklmnopqrstuvw", ADA)).matches("abcdefghijklmnopqr[0-9a-f]{4}");
    }

    @Test
    void aReservedNameIsNobodys() {
        assertThat(usernames.near("Admin", ADA)).matches("admin[0-9a-f]{4}");
        assertThat(usernames.near("日本", ADA)).matches("kiwi[0-9a-f]{4}");
    }

    @Test
    void whoFindsNothingNearIsAKiwi() {
        FreeUsernames unlucky = new FreeUsernames(claims, new Random(7) {
            private int asked;

            @Override
            public long nextLong() {
                return asked++ < 12 ? 0 : super.nextLong();
            }
        });
        claims.registered("b".repeat(24), "8", "ada");
        claims.registered("c".repeat(24), "9", "ada0000");
        assertThat(unlucky.near("ada", ADA)).matches("kiwi[0-9a-f]{16}");
    }

    @Test
    void whateverHappensItIsAllowedAndFree() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String id = "%024x".formatted(i);
            String username = usernames.near(i % 2 == 0 ? "Ada" : "support", id);
            assertThat(Username.isAllowed(username)).isTrue();
            assertThat(taken.add(username)).isTrue();
            claims.registered(id, Integer.toString(i), username);
        }
    }
}
