package dev.kiwi.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.ListPasskeys;
import dev.kiwi.api.account.PasskeyList.PasskeyView;
import dev.kiwi.api.session.ExpireSession;
import dev.kiwi.api.session.ExportSessions;
import dev.kiwi.api.session.FindExpiredSessions;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.IsKnownDevice;
import dev.kiwi.api.session.ListIncidents;
import dev.kiwi.api.session.ListSessions;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.SessionExpired;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRefreshed;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.session.SessionProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String FIREFOX = "Firefox on Linux";

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "session", "projection/session.sql", SessionProjector::new);
    private final SessionQueries queries = at(NOW.plusSeconds(60));

    private SessionQueries at(Instant now) {
        return new SessionQueries(model.dataSource(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void givenASessionThenItIsListedAsItWasOpened() {
        open("s1", "ada", NOW);
        assertThat(queries.list(new ListSessions("ada")).items())
                .containsExactly(new SessionView("s1", FIREFOX, false, NOW, NOW, NOW.plus(MONTH)));
    }

    @Test
    void givenARefreshThenTheSessionIsFirstAndItsDeviceTheLastOne() {
        open("s1", "ada", NOW);
        open("s2", "ada", NOW.plusSeconds(1));
        open("s3", "bob", NOW);
        assertThat(ids("ada")).containsExactly("s2", "s1");
        model.apply("session:s1", new SessionRefreshed("s1", "ada", "next", "Firefox on Windows", NOW.plusSeconds(9)));
        assertThat(queries.list(new ListSessions("ada")).items().getFirst())
                .isEqualTo(
                        new SessionView("s1", "Firefox on Windows", false, NOW, NOW.plusSeconds(9), NOW.plus(MONTH)));
    }

    @Test
    void givenARevokedSessionThenItIsListedOnlyWhereEndedOnesAreAskedFor() {
        open("s1", "ada", NOW);
        model.apply("session:s1", new SessionRevoked("s1", "ada", NOW));
        assertThat(ids("ada")).isEmpty();
        assertThat(queries.export(new ExportSessions("ada")).items())
                .extracting(SessionView::revoked)
                .containsExactly(true);
    }

    @Test
    void givenASessionWhoseTimeIsOverThenItIsNotListed() {
        open("s1", "ada", NOW);
        assertThat(at(NOW.plus(MONTH).minusMillis(1))
                        .list(new ListSessions("ada"))
                        .items())
                .hasSize(1);
        assertThat(at(NOW.plus(MONTH)).list(new ListSessions("ada")).items()).isEmpty();
    }

    @Test
    void givenSessionsThenTheirOwnerTakesAllAlongOldestFirstAlsoEndedOnes() {
        open("s2", "ada", NOW.plusSeconds(2));
        open("s1", "ada", NOW);
        open("s3", "bob", NOW);
        model.apply("session:s1", new SessionRevoked("s1", "ada", NOW.plusSeconds(3)));
        assertThat(at(NOW.plus(MONTH.multipliedBy(2)))
                        .export(new ExportSessions("ada"))
                        .items())
                .containsExactly(
                        new SessionView("s1", FIREFOX, true, NOW, NOW, NOW.plus(MONTH)),
                        new SessionView(
                                "s2",
                                FIREFOX,
                                false,
                                NOW.plusSeconds(2),
                                NOW.plusSeconds(2),
                                NOW.plusSeconds(2).plus(MONTH)));
    }

    @Test
    void givenAnotherTokenVersionThenEverySessionOfBeforeIsRevokedAndNoneOfAfter() {
        Stream.of(
                        new SessionsVoided("ada", 1, NOW),
                        new PasswordReplaced("ada", "hash", 2, "changed", NOW),
                        new EmailChanged("ada", "a@b.cd", "c@d.ef", "print", 3, NOW))
                .forEach(voiding -> {
                    String id = voiding.getClass().getSimpleName();
                    open("before " + id, "ada", NOW);
                    open("bob's " + id, "bob", NOW);
                    model.apply("account:ada", voiding);
                    open("after " + id, "ada", NOW);
                    assertThat(ids("ada")).containsExactly("after " + id);
                    assertThat(ids("bob")).contains("bob's " + id);
                });
    }

    @Test
    void givenADeviceThenItIsKnownWhileASessionOfItIsStoredAlsoARevokedOne() {
        open("s1", "ada", NOW);
        model.apply("session:s1", new SessionRevoked("s1", "ada", NOW));
        assertThat(queries.isKnown(new IsKnownDevice("ada", FIREFOX))).isTrue();
        assertThat(queries.isKnown(new IsKnownDevice("ada", "Safari on iOS"))).isFalse();
        assertThat(queries.isKnown(new IsKnownDevice("bob", FIREFOX))).isFalse();
        assertThat(at(NOW.plus(MONTH)).isKnown(new IsKnownDevice("ada", FIREFOX)))
                .isFalse();
    }

    @Test
    void givenExpiredSessionsThenTheyAreFoundWithAllTheirTokensUntilTheyAreForgotten() {
        open("s1", "ada", NOW);
        model.apply("session:s1", new SessionRefreshed("s1", "ada", "next", FIREFOX, NOW.plusSeconds(9)));
        open("s2", "ada", NOW.plusSeconds(1));
        SessionQueries later = at(NOW.plus(MONTH));
        assertThat(later.findExpired(new FindExpiredSessions(9)).items())
                .containsExactly(new ExpireSession("s1", List.of("hash s1", "next")));
        model.apply("session:s1", new SessionExpired("s1", "ada", NOW.plus(MONTH)));
        assertThat(later.findExpired(new FindExpiredSessions(9)).items()).isEmpty();
        assertThat(count("refresh_token")).isEqualTo(1);
    }

    @Test
    void givenIncidentsThenTheNewestAreListedFirstWithTheDeviceOfTheirSession() {
        open("s1", "ada", NOW);
        model.apply("session:s1", new UnfamiliarSignIn("s1", "ada", FIREFOX, "203.0.113.9", NOW));
        model.apply("session:s1", new RefreshTokenReused("s1", "ada", NOW.plusSeconds(1)));
        model.apply("second_factor:bob", new SecondFactorEnabled("bob", NOW));
        model.apply("second_factor:ada", new RecoveryCodeUsed("ada", 9, NOW.plusSeconds(2)));
        assertThat(queries.list(new ListIncidents("ada", 9)).items())
                .containsExactly(
                        new Incident("recovery_code_used", null, null, NOW.plusSeconds(2)),
                        new Incident("refresh_token_reused", "s1", FIREFOX, NOW.plusSeconds(1)),
                        new Incident("unfamiliar_sign_in", "s1", FIREFOX, NOW));
        assertThat(queries.list(new ListIncidents("ada", 1)).items()).hasSize(1);
    }

    @Test
    void givenALinkToGithubThenItIsAnIncidentUnlessTheAccountWasMadeForIt() {
        model.apply("account:ada", new GithubLinked("ada", "1", "print", false, NOW));
        model.apply("account:bob", new GithubLinked("bob", "2", "print 2", true, NOW));
        assertThat(queries.list(new ListIncidents("ada", 9)).items())
                .containsExactly(new Incident("github_linked", null, null, NOW));
        assertThat(queries.list(new ListIncidents("bob", 9)).items()).isEmpty();
    }

    @Test
    void givenAnErasedAccountThenNothingOfItIsLeftButWhatTheExpiryNeeds() {
        open("s1", "ada", NOW);
        model.apply("session:s1", new UnfamiliarSignIn("s1", "ada", null, null, NOW));
        open("s2", "bob", NOW);
        model.apply("account:ada", new AccountErased("ada", NOW));
        assertThat(queries.export(new ExportSessions("ada")).items()).isEmpty();
        assertThat(ids("bob")).containsExactly("s2");
        assertThat(count("refresh_token")).isEqualTo(2);
        assertThat(count("session where account_id = 'ada' or device is not null"))
                .isEqualTo(1);
        assertThat(count("incident")).isZero();
    }

    private void open(String id, String owner, Instant at) {
        model.apply("session:" + id, new SessionOpened(id, owner, "hash " + id, FIREFOX, at, at.plus(MONTH)));
    }

    private List<String> ids(String account) {
        return queries.list(new ListSessions(account)).items().stream()
                .map(SessionView::id)
                .toList();
    }

    @Test
    void givenPasskeysThenTheirOwnerListsThemAsTheyAreNow() {
        model.apply("second_factor:ada", new PasskeyAdded("ada", "p2", "hash 2", "my key", false, NOW));
        model.apply("second_factor:ada", new PasskeyAdded("ada", "p1", "hash 1", "my phone", false, NOW));
        model.apply("second_factor:bob", new PasskeyAdded("bob", "p3", "hash 3", "his phone", false, NOW));
        model.apply("second_factor:ada", new PasskeyRenamed("ada", "p2", "old key", NOW.plusSeconds(1)));
        model.apply("second_factor:ada", new PasskeyUsed("ada", "p1", "login", true, NOW.plusSeconds(2)));
        assertThat(queries.list(new ListPasskeys("ada")).items())
                .containsExactly(
                        new PasskeyView("p1", "my phone", true, NOW, NOW.plusSeconds(2)),
                        new PasskeyView("p2", "old key", false, NOW, null));
        model.apply("second_factor:ada", new PasskeyRemoved("ada", "p1", NOW.plusSeconds(3)));
        model.apply("second_factor:ada", new PasskeyCounterWentBack("ada", "p2", 9, 8, NOW.plusSeconds(4)));
        assertThat(queries.list(new ListPasskeys("ada")).items()).hasSize(1);
        assertThat(queries.list(new ListIncidents("ada", 10)).items())
                .extracting(Incident::kind)
                .containsExactly("passkey_counter_went_back", "passkey_removed", "passkey_added", "passkey_added");
        model.apply("account:ada", new AccountErased("ada", NOW.plusSeconds(5)));
        assertThat(queries.list(new ListPasskeys("ada")).items()).isEmpty();
        assertThat(queries.list(new ListPasskeys("bob")).items()).hasSize(1);
    }

    private long count(String table) {
        return model.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
