package dev.kiwi.query.siteuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.api.siteuser.BestScore;
import dev.kiwi.api.siteuser.CountTroveClaims;
import dev.kiwi.api.siteuser.ExpireSiteSession;
import dev.kiwi.api.siteuser.ExportSiteSessions;
import dev.kiwi.api.siteuser.ExportSiteUser;
import dev.kiwi.api.siteuser.FindExpiredSiteSessions;
import dev.kiwi.api.siteuser.FindSiteUser;
import dev.kiwi.api.siteuser.FindSiteUserByHandle;
import dev.kiwi.api.siteuser.IsVerifiedPlayer;
import dev.kiwi.api.siteuser.ListSiteIncidents;
import dev.kiwi.api.siteuser.ListSiteSessions;
import dev.kiwi.api.siteuser.ListTroveClaims;
import dev.kiwi.api.siteuser.ListTroveClaims.After;
import dev.kiwi.api.siteuser.SearchSiteUsers;
import dev.kiwi.api.siteuser.SiteUserEvent.DiscordProfileChanged;
import dev.kiwi.api.siteuser.SiteUserEvent.DisplayNameChanged;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteRefreshTokenReused;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionExpired;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionOpened;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRefreshed;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRevoked;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionsVoided;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserActivated;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserDeactivated;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserRegistered;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveClaimApproved;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveClaimRejected;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveNameClaimed;
import dev.kiwi.api.siteuser.SiteUserEvent.TroveNameReleased;
import dev.kiwi.api.siteuser.SiteUserEvent.UsernameChanged;
import dev.kiwi.api.siteuser.SiteUserHoldings;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.api.siteuser.TroveClaimList.TroveClaim;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.siteuser.SiteUserProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SiteUserQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final List<BestScore> BEST = List.of(new BestScore(1, 2), new BestScore(3, 4));

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "site_user", "projection/site_user.sql", SiteUserProjector::new);
    private final SiteUserQueries users = new SiteUserQueries(model.dataSource());
    private final TroveClaimQueries claims = new TroveClaimQueries(model.dataSource());
    private final SiteSessionQueries sessions = at(NOW.plusSeconds(60));

    private SiteSessionQueries at(Instant now) {
        return new SiteSessionQueries(model.dataSource(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void happened(Object... events) {
        for (Object event : events) {
            model.apply("siteuser:any", event);
        }
    }

    private static SiteUserRegistered registered(String id, String username) {
        return new SiteUserRegistered(id, username, "Name of " + id, "7" + id.length(), username, "hash", NOW);
    }

    private static SiteSessionOpened opened(String session, String user) {
        return new SiteSessionOpened(session, user, "hash of " + session, "Firefox on Linux", NOW, NOW.plus(MONTH));
    }

    private SiteUserView user(String id) {
        return users.find(new FindSiteUser(id));
    }

    private String behind(String handle) {
        SiteUserView found = users.find(new FindSiteUserByHandle(handle));
        return found.id() + " " + found.username();
    }

    private void isNobody(Runnable look) {
        assertThat(catchThrowableOfType(Refusal.class, look::run).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void givenASiteUserThenOneIsFoundAsOneIs() {
        happened(registered("ada", "ada"));
        assertThat(user("ada"))
                .isEqualTo(new SiteUserView("ada", "ada", "Name of ada", "73", "ada", "hash", true, null, NOW, null));
        isNobody(() -> user("bob"));
    }

    @Test
    void givenChangesThenTheLastOnesCount() {
        happened(
                registered("ada", "ada"),
                new DiscordProfileChanged("ada", "Countess", null, NOW),
                new DisplayNameChanged("ada", null, NOW),
                opened("s1", "ada"));
        assertThat(user("ada"))
                .isEqualTo(new SiteUserView("ada", "ada", null, "73", "Countess", null, true, null, NOW, NOW));
    }

    @Test
    void givenRenamesThenEveryOldHandleLeadsToTheNewestUntilSomebodyElseTakesIt() {
        happened(
                registered("ada", "first"),
                new UsernameChanged("ada", "second", NOW),
                new UsernameChanged("ada", "third", NOW));
        for (String handle : List.of("first", "second", "third")) {
            assertThat(behind(handle)).isEqualTo("ada third");
        }
        isNobody(() -> behind("fourth"));
        happened(registered("bob", "first"));
        assertThat(behind("first")).isEqualTo("bob first");
        assertThat(behind("second")).isEqualTo("ada third");
        happened(new UsernameChanged("bob", "bob", NOW), new UsernameChanged("ada", "first", NOW));
        assertThat(behind("first")).isEqualTo("ada first");
    }

    @Test
    void givenAClaimThenItWaitsForApproval() {
        happened(registered("ada", "ada"), new TroveNameClaimed("ada", "Mira", BEST, NOW));
        assertThat(user("ada").claim()).isEqualTo(new SiteUserView.Claim("mira", "Mira", NOW, null, 2));
        assertThat(users.isVerified(new IsVerifiedPlayer("Mira"))).isFalse();
        happened(new TroveClaimApproved("ada", NOW.plusSeconds(1)));
        assertThat(user("ada").claim()).isEqualTo(new SiteUserView.Claim("mira", "Mira", NOW, NOW.plusSeconds(1), 2));
        assertThat(users.isVerified(new IsVerifiedPlayer(" MIRA "))).isTrue();
        assertThat(users.isVerified(new IsVerifiedPlayer("Nox"))).isFalse();
    }

    @Test
    void givenAnotherClaimThenItIsNotApprovedYetAndGivenNoneThenNothingIsLeftOfIt() {
        happened(
                registered("ada", "ada"),
                new TroveNameClaimed("ada", "Mira", BEST, NOW),
                new TroveClaimApproved("ada", NOW),
                new TroveNameClaimed("ada", "Nox", List.of(), NOW.plusSeconds(1)));
        assertThat(user("ada").claim()).isEqualTo(new SiteUserView.Claim("nox", "Nox", NOW.plusSeconds(1), null, 0));
        happened(new TroveNameReleased("ada", NOW));
        assertThat(user("ada").claim()).isNull();
        happened(new TroveNameClaimed("ada", "Mira", BEST, NOW), new TroveClaimRejected("ada", NOW.plusSeconds(2)));
        assertThat(user("ada").claim()).isNull();
        assertThat(sessions.list(new ListSiteIncidents("ada", 9)).items())
                .containsExactly(new Incident("trove_claim_rejected", null, null, NOW.plusSeconds(2)));
    }

    @Test
    void givenClaimsThenTheyAreListedOldestFirstWithOrWithoutApprovedOnes() {
        happened(
                registered("ada", "ada"),
                registered("bob", "bob"),
                registered("cy", "cy"),
                new TroveNameClaimed("bob", "Nox", List.of(), NOW),
                new TroveNameClaimed("ada", "Mira", BEST, NOW.plusSeconds(1)),
                new TroveClaimApproved("bob", NOW.plusSeconds(2)));
        TroveClaim pending =
                new TroveClaim("ada", "ada", "Name of ada", "73", "mira", "Mira", NOW.plusSeconds(1), false, null);
        assertThat(claims.list(new ListTroveClaims(true, null, 9)).items()).containsExactly(pending);
        assertThat(claims.list(new ListTroveClaims(false, null, 9)).items())
                .containsExactly(
                        new TroveClaim("bob", "bob", "Name of bob", "73", "nox", "Nox", NOW, true, NOW.plusSeconds(2)),
                        pending);
        assertThat(claims.count(new CountTroveClaims(true))).isEqualTo(1);
        assertThat(claims.count(new CountTroveClaims(false))).isEqualTo(2);
    }

    @Test
    void givenManyClaimsThenTheyAreReadByPagesAlsoWhenTheLastOneSeenIsGone() {
        for (String id : List.of("ada", "bob", "cy", "dee")) {
            happened(registered(id, id), new TroveNameClaimed(id, "Player of " + id, BEST, NOW));
        }
        happened(new TroveNameClaimed("ada", "Mira", BEST, NOW.plusSeconds(1)));
        assertThat(claimants(null, 2)).containsExactly("bob", "cy");
        assertThat(claimants(new After(NOW, "cy"), 9)).containsExactly("dee", "ada");
        happened(new TroveClaimRejected("cy", NOW));
        assertThat(claimants(new After(NOW, "cy"), 1)).containsExactly("dee");
        assertThat(claimants(new After(NOW.plusSeconds(1), "ada"), 9)).isEmpty();
    }

    private List<String> claimants(After after, int atMost) {
        return claims.list(new ListTroveClaims(true, after, atMost)).items().stream()
                .map(TroveClaim::userId)
                .toList();
    }

    @Test
    void givenNamesOfBeforeAndAClaimThenTheyAreHeldUntilSomebodyElseHasThem() {
        happened(registered("ada", "first"), new UsernameChanged("ada", "second", NOW), registered("bob", "bob"));
        assertThat(holdings()).isEqualTo(new SiteUserHoldings(List.of("first", "second"), List.of()));
        happened(new TroveNameClaimed("ada", "Mira", BEST, NOW), new UsernameChanged("bob", "first", NOW));
        assertThat(holdings()).isEqualTo(new SiteUserHoldings(List.of("second"), BEST));
        happened(new TroveNameClaimed("ada", "Nox", List.of(new BestScore(7, 0.1)), NOW));
        assertThat(holdings().baseline()).containsExactly(new BestScore(7, 0.1));
        happened(new TroveNameReleased("ada", NOW));
        assertThat(holdings().baseline()).isEmpty();
        happened(new SiteUserErased("ada", NOW));
        isNobody(this::holdings);
    }

    private SiteUserHoldings holdings() {
        return users.export(new ExportSiteUser("ada"));
    }

    @Test
    void givenSiteUsersThenTheyAreFoundByNameOrNumberNewestFirst() {
        happened(registered("a1", "ada"), registered("b22", "bob"), registered("c333", "adam"));
        assertThat(found(null, null, 9)).containsExactly("c333", "b22", "a1");
        assertThat(found(null, "c333", 1)).containsExactly("b22");
        assertThat(found(" ADA", null, 9)).containsExactly("c333", "a1");
        assertThat(found("name of B", null, 9)).containsExactly("b22");
        assertThat(found("73", null, 9)).containsExactly("b22");
        assertThat(found("%", null, 9)).isEmpty();
    }

    private List<String> found(String text, String below, int atMost) {
        return users.search(new SearchSiteUsers(text, below, atMost)).items().stream()
                .map(SiteUserView::id)
                .toList();
    }

    @Test
    void givenSessionsThenTheGoodOnesAreListedLastUsedFirst() {
        happened(
                registered("ada", "ada"),
                opened("s1", "ada"),
                opened("s2", "ada"),
                opened("s3", "ada"),
                opened("s4", "bob"),
                new SiteSessionRefreshed("s1", "ada", "next", "Opera on macOS", NOW.plusSeconds(5)),
                new SiteSessionRevoked("s3", "ada", NOW));
        assertThat(sessions.list(new ListSiteSessions("ada")).items())
                .extracting(SessionView::id)
                .containsExactly("s1", "s2");
        assertThat(sessions.list(new ListSiteSessions("ada")).items().getFirst())
                .isEqualTo(new SessionView("s1", "Opera on macOS", false, NOW, NOW.plusSeconds(5), NOW.plus(MONTH)));
        assertThat(at(NOW.plus(MONTH)).list(new ListSiteSessions("ada")).items())
                .isEmpty();
        assertThat(sessions.export(new ExportSiteSessions("ada")).items())
                .extracting(SessionView::id)
                .containsExactly("s1", "s2", "s3");
    }

    @Test
    void givenSessionsWhoseTimeIsOverThenTheyAreFoundWithAllTheirTokensUntilForgotten() {
        happened(opened("s1", "ada"), new SiteSessionRefreshed("s1", "ada", "next", null, NOW));
        assertThat(sessions.findExpired(new FindExpiredSiteSessions(9)).items()).isEmpty();
        List<ExpireSiteSession> due =
                at(NOW.plus(MONTH)).findExpired(new FindExpiredSiteSessions(9)).items();
        assertThat(due).hasSize(1);
        assertThat(due.getFirst().refreshTokenHashes()).containsExactlyInAnyOrder("hash of s1", "next");
        happened(new SiteSessionExpired("s1", "ada", NOW));
        assertThat(at(NOW.plus(MONTH))
                        .findExpired(new FindExpiredSiteSessions(9))
                        .items())
                .isEmpty();
    }

    @Test
    void givenWhatOneShouldKnowOfThenItIsListedNewestFirst() {
        happened(
                opened("s1", "ada"),
                new SiteRefreshTokenReused("s1", "ada", NOW.plusSeconds(1)),
                new SiteSessionsVoided("ada", 1, NOW.plusSeconds(2)));
        assertThat(sessions.list(new ListSiteIncidents("ada", 9)).items())
                .containsExactly(
                        new Incident("sessions_voided", null, null, NOW.plusSeconds(2)),
                        new Incident("refresh_token_reused", "s1", "Firefox on Linux", NOW.plusSeconds(1)));
        assertThat(sessions.list(new ListSiteSessions("ada")).items()).isEmpty();
    }

    @Test
    void givenADeactivationThenSessionsAreOverAndActivationOpensNone() {
        happened(registered("ada", "ada"), opened("s1", "ada"), new SiteUserDeactivated("ada", 1, NOW));
        assertThat(user("ada").active()).isFalse();
        happened(new SiteUserActivated("ada", NOW));
        assertThat(user("ada").active()).isTrue();
        assertThat(sessions.list(new ListSiteSessions("ada")).items()).isEmpty();
    }

    @Test
    void givenAnErasureThenNothingIsLeftButWhatTheExpiryNeedsAndItNamesNobody() {
        happened(
                registered("ada", "old"),
                new UsernameChanged("ada", "ada", NOW),
                opened("s1", "ada"),
                new SiteRefreshTokenReused("s1", "ada", NOW),
                new SiteUserErased("ada", NOW));
        JdbcClient jdbc = JdbcClient.create(model.dataSource());
        assertThat(jdbc.sql("select count(*) from site_user.session where site_user_id = '' and device is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        for (String table : List.of("site_user", "handle", "session where site_user_id = 'ada'", "incident")) {
            assertThat(jdbc.sql("select count(*) from site_user." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
