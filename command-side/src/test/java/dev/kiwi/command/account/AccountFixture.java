package dev.kiwi.command.account;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;

/** An account under test with everything that its handlers ask for. */
final class AccountFixture {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String ID = "a".repeat(24);
    static final EmailAddress EMAIL = email("ada@example.com");
    static final String HASH = "$argon2id$x";

    private static final DerivedKeys KEYS = new DerivedKeys("a secret for tests only, long enough");

    final EmailFingerprints fingerprints = new EmailFingerprints(KEYS.emailClaims());
    final GithubFingerprints githubFingerprints = new GithubFingerprints(KEYS.githubClaims());
    final EmailLinks links = links(NOW);
    final RecordedClaims claims = new RecordedClaims();
    final List<String> announced = new ArrayList<>();
    final List<String> erased = new ArrayList<>();
    final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    AccountFixture() {
        account.registerInjectableResource(claims);
        account.registerInjectableResource(fingerprints);
        account.registerInjectableResource(githubFingerprints);
        account.registerInjectableResource(links);
        account.registerInjectableResource((AccountChanges) announced::add);
        account.registerInjectableResource((PersonalDataErasure) erased::add);
        account.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** As every node has them at that moment. */
    static EmailLinks links(Instant at) {
        return new EmailLinks(
                KEYS.emailLinks(), Clock.fixed(at, ZoneOffset.UTC), Duration.ofHours(48), Duration.ofHours(1));
    }

    static EmailAddress email(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    /** What a registration leaves behind. */
    AccountFixture holdingItsClaims() {
        claims.claim("email", fingerprints.of(EMAIL), "account:" + ID);
        claims.claim("account", ID, "account:" + ID);
        claims.claim("token_version", ID + ":0", "account:" + ID);
        return this;
    }

    AccountRegistered registered(boolean verified, boolean superuser) {
        return new AccountRegistered(ID, EMAIL.text(), fingerprints.of(EMAIL), "Ada", HASH, verified, superuser, NOW);
    }

    static Matcher<?> refused(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }
}
