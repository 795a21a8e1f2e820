package dev.kiwi.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.SearchTimeline;
import dev.kiwi.api.audit.SearchTimeline.FromAddress;
import dev.kiwi.api.audit.SearchTimeline.OfAccount;
import dev.kiwi.api.audit.SearchTimeline.OfToken;
import dev.kiwi.api.audit.SearchTimeline.Whose;
import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserActivated;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.audit.AuditProjector;
import dev.kiwi.query.audit.StoredEvents.StoredEvent;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String HOME = "203.0.113.1";
    private static final String AWAY = "203.0.113.2";
    private static final AddressFingerprints FINGERPRINTS = address -> "hash of " + address;

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(),
            "audit",
            "projection/audit.sql",
            model -> new AuditProjector(model, FINGERPRINTS));
    private final StoredEvents events = positions ->
            positions.stream().collect(Collectors.toMap(p -> p, p -> new StoredEvent(p, 0, null, "payload")));
    private final HistoryQueries queries = new HistoryQueries(model.dataSource(), events, FINGERPRINTS);

    /** The numbers are positions. */
    @BeforeEach
    void history() {
        // 0: Ada signs up
        happens("account:ada", registered("ada"), "anonymous", "anonymous", HOME);
        // 1, 2: and makes a token
        happens("session:s1", new SessionOpened("s1", "ada", "h", null, NOW, NOW), "anonymous", "anonymous", AWAY);
        happens("token:t1", minted("t1", "ada"), "account", "ada", HOME);
        // 3: which does something
        happens("account:bob", new SuperuserGranted("bob", NOW), "token", "t1", HOME);
        // 4, 5: Eve revokes it and the session
        happens("token:t1", new TokenRevoked("t1", "why", NOW), "account", "eve", AWAY);
        happens("session:s1", new SessionRevoked("s1", "ada", NOW), "account", "eve", AWAY);
        // 6: Ada does something to Bob
        happens("account:bob", new SuperuserGranted("bob", NOW), "account", "ada", HOME);
        // 7: Bob makes a token, whose id is Ada's
        happens("token:ada", minted("ada", "bob"), "account", "bob", AWAY);
        // 8: which does something
        happens("account:bob", new SuperuserGranted("bob", NOW), "token", "ada", AWAY);
    }

    @Test
    void ofAnAccountIsWhatHappenedToItAndItsOwnAndWhatItDidItselfOrByAToken() {
        assertThat(found(new OfAccount("ada"))).containsExactly(6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(found(new OfAccount("bob"))).containsExactly(8L, 7L, 6L, 3L);
        assertThat(found(new OfAccount("eve"))).containsExactly(5L, 4L);
        assertThat(found(new OfAccount("t1"))).isEmpty();
    }

    @Test
    void ofATokenIsWhatHappenedToItAndWhatWasDoneWithIt() {
        assertThat(found(new OfToken("t1"))).containsExactly(4L, 3L, 2L);
        assertThat(found(new OfToken("ada"))).containsExactly(8L, 7L);
    }

    @Test
    void fromAnAddressIsWhatWasDoneFromThere() {
        assertThat(found(new FromAddress(HOME))).containsExactly(6L, 3L, 2L, 0L);
        assertThat(found(new FromAddress("203.0.113.3"))).isEmpty();
    }

    @Test
    void pagesNeitherRepeatNorSkip() {
        HistoryPage first = queries.search(new SearchTimeline(new OfAccount("ada"), null, 4));
        HistoryPage second = queries.search(new SearchTimeline(new OfAccount("ada"), 3L, 4));
        assertThat(positions(first)).containsExactly(6L, 5L, 4L, 3L);
        assertThat(positions(second)).containsExactly(2L, 1L, 0L);
        assertThat(List.of(first.hasMore(), second.hasMore())).containsExactly(true, false);
    }

    @Test
    void anErasedAccountsAddressesAreForgottenAndOthersAreNot() {
        happens("account:ada", new AccountErased("ada", NOW), "account", "eve", AWAY);
        // The first is anonymous: its address is encrypted with the key of the day.
        assertThat(found(new FromAddress(HOME))).containsExactly(0L);
        assertThat(found(new FromAddress(AWAY))).containsExactly(9L, 8L, 7L, 5L, 4L, 1L);
        assertThat(found(new OfAccount("ada"))).startsWith(9L, 6L);
    }

    @Test
    void anErasedSiteUsersAddressesAreForgottenAndOthersAreNot() {
        String street = "203.0.113.77";
        happens("siteuser:mia", new SiteUserActivated("mia", NOW), "site_user", "mia", street);
        happens("siteuser:leo", new SiteUserActivated("leo", NOW), "site_user", "leo", street);
        assertThat(found(new FromAddress(street))).containsExactly(10L, 9L);
        happens("siteuser:mia", new SiteUserErased("mia", NOW), "site_user", "mia", street);
        assertThat(found(new FromAddress(street))).containsExactly(10L);
    }

    private List<Long> found(Whose whose) {
        return positions(queries.search(new SearchTimeline(whose, null, 50)));
    }

    private static List<Long> positions(HistoryPage page) {
        return page.items().stream().map(HistoryItem::position).toList();
    }

    private void happens(String entity, Object event, String actorKind, String actorId, String ip) {
        model.apply(
                entity,
                event,
                Map.of(
                        MetadataKeys.ACTOR_KIND, actorKind,
                        MetadataKeys.ACTOR_ID, actorId,
                        MetadataKeys.IP, ip));
    }

    private static AccountRegistered registered(String id) {
        return new AccountRegistered(id, "a@b.c", "f", "Ada", "hash", true, false, NOW);
    }

    private static TokenMinted minted(String id, String owner) {
        return new TokenMinted(id, owner, "bot", "kiwi_x", "hash", 0, List.of(), NOW, null);
    }
}
