package dev.kiwi.command.token;

import static dev.kiwi.command.token.TokenFixture.NOW;
import static dev.kiwi.command.token.TokenFixture.OWNER;
import static dev.kiwi.command.token.TokenFixture.minted;
import static dev.kiwi.command.token.TokenFixture.rotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.token.LeakedToken;
import dev.kiwi.api.token.ReportLeakedToken;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import java.time.Instant;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeakReportsTest {
    private static final String REASON = "Found exposed in public by secret scanning (github)";

    private final TokenFixture fixture = new TokenFixture();

    @BeforeEach
    void component() {
        RepositoryProvider repositories = new RepositoryProvider() {
            @Override
            @SuppressWarnings("unchecked") // of tokens
            public <T> Repository<T> repositoryFor(Class<T> type) {
                return (Repository<T>) fixture.token.getRepository();
            }
        };
        fixture.token.registerAnnotatedCommandHandler(
                new LeakReports(repositories, fixture.claims, fixture.announced::add, fixture.clock));
    }

    private static ReportLeakedToken report(String hash) {
        return new ReportLeakedToken(hash, "github");
    }

    @Test
    void givenATokenWhenItsSecretIsReportedThenItIsLeakedAndRevokedAtOnce() {
        fixture.held("token_hash/hash-1");
        fixture.token
                .given(minted())
                .when(report("hash-1"))
                .expectEvents(new TokenLeaked("t1", OWNER, "github", NOW), new TokenRevoked("t1", REASON, NOW))
                .expectResultMessagePayload(new LeakedToken("t1", "kiwi_first", true));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1");
        assertThat(fixture.announced).containsExactly("hash-1");
    }

    @Test
    void givenAnEndedOrADisabledTokenWhenReportedThenItIsRevokedToo() {
        fixture.held("shut_token_hash/hash-1");
        fixture.token
                .given(minted(NOW.minusSeconds(1)), new TokenDisabled("t1", NOW))
                .when(report("hash-1"))
                .expectEvents(new TokenLeaked("t1", OWNER, "github", NOW), new TokenRevoked("t1", REASON, NOW));
    }

    @Test
    void givenAnOverlapWhenTheOldSecretIsReportedThenBothEnd() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        fixture.token
                .given(minted(), rotated(NOW.minusSeconds(60), NOW))
                .when(report("hash-1"))
                .expectEvents(new TokenLeaked("t1", OWNER, "github", NOW), new TokenRevoked("t1", REASON, NOW));
        assertThat(fixture.claims.held()).containsOnlyKeys("shut_token_hash/hash-1", "shut_token_hash/hash-2");
    }

    @Test
    void givenAnOverlapThatIsOverWhenTheOldSecretIsReportedThenTheNewOneStays() {
        fixture.held("token_hash/hash-2", "old_token_hash/hash-1");
        Instant over = NOW.minusMillis(1);
        fixture.token
                .given(minted(), rotated(NOW.minusSeconds(60), over))
                .when(report("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(null);
    }

    @Test
    void givenARevokedTokenWhenReportedThenItIsKnownAndItsReasonStays() {
        fixture.held("shut_token_hash/hash-1");
        fixture.token
                .given(minted(), new TokenRevoked("t1", "lost", NOW))
                .when(report("hash-1"))
                .expectNoEvents()
                .expectResultMessagePayload(new LeakedToken("t1", "kiwi_first", false));
    }

    @Test
    void givenASecretThatNobodyHasThenNothingHappens() {
        fixture.token.given(minted()).when(report("hash-9")).expectNoEvents().expectResultMessagePayload(null);
    }
}
