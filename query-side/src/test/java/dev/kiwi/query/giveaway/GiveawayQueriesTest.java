package dev.kiwi.query.giveaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.giveaway.CodeView;
import dev.kiwi.api.giveaway.DrawRecord;
import dev.kiwi.api.giveaway.FindCode;
import dev.kiwi.api.giveaway.FindDraw;
import dev.kiwi.api.giveaway.FindDrawer;
import dev.kiwi.api.giveaway.FindGiveaway;
import dev.kiwi.api.giveaway.GiveawayEvent.EntriesClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.EntryAccepted;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCancelled;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCreated;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayEdited;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayOpened;
import dev.kiwi.api.giveaway.GiveawayStatus;
import dev.kiwi.api.giveaway.GiveawayView;
import dev.kiwi.api.giveaway.ListCodes;
import dev.kiwi.api.giveaway.ListDrawers;
import dev.kiwi.api.giveaway.ListDueGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways;
import dev.kiwi.api.giveaway.ListGiveaways.Which;
import dev.kiwi.api.giveaway.ListOwnEntries;
import dev.kiwi.api.giveaway.OwnEntries.OwnEntry;
import dev.kiwi.api.giveaway.PrizeEvent.CodeDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.CodeEdited;
import dev.kiwi.api.giveaway.PrizeEvent.CodesAdded;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerCreated;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerEdited;
import dev.kiwi.api.giveaway.PrizeEvent.NewCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteUserErased;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.giveaway.GiveawayProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveawayQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final PostgresReadModel model = PostgresReadModel.in(
            TestStores.freshDatabase(), "giveaway", "projection/giveaway.sql", GiveawayProjector::new);
    private final GiveawayQueries giveaways = new GiveawayQueries(model.dataSource());
    private final EntryQueries entries = new EntryQueries(model.dataSource());
    private final DrawerQueries drawers = new DrawerQueries(model.dataSource());

    @BeforeEach
    void aDrawer() {
        drawer(new DrawerCreated("d1", "mount", "flies", NOW));
        drawer(new CodesAdded(
                "d1",
                List.of(new NewCode("c1", "t1", "h1"), new NewCode("c2", "t2", "h2"), new NewCode("c3", "t3", "h3")),
                NOW));
    }

    private void drawer(Object event) {
        model.apply("prize_drawer:d1", event);
    }

    private void happens(Object event) {
        model.apply("giveaway:g", event);
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private void create(String id, String status, int start, int end, String code) {
        happens(new GiveawayCreated(
                id, "title " + id, null, in(start), in(end), status, "d1", "mount", code, "commitment", in(start)));
    }

    private void enter(String giveaway, String person, String ticket) {
        happens(new EntryAccepted(giveaway, person, "name of " + person, ticket, NOW));
    }

    private static GiveawayDrawn drawn(String giveaway, String person, String ticket, int index) {
        return new GiveawayDrawn(
                giveaway, person, "name of " + person, "c1", ticket, index, 2, "hash", "seed", List.of("t-gone"), NOW);
    }

    private List<String> ids(Which which, Instant at) {
        return giveaways.list(new ListGiveaways(which, at)).items().stream()
                .map(GiveawayView::id)
                .toList();
    }

    private CodeView code(String id) {
        return drawers.code(new FindCode(id));
    }

    @Test
    void eachListHasItsOwnAndItsOrder() {
        create("open-late", "open", -2, 5, "c1");
        create("open-soon", "open", -1, 2, "c2");
        create("scheduled", "scheduled", 3, 9, "c3");
        create("ended", "open", -9, -1, "c4");
        create("closing", "open", -9, 1, "c5");
        happens(new EntriesClosed("closing", NOW));
        create("cancelled", "open", -5, 5, "c6");
        happens(new GiveawayCancelled("cancelled", "c6", NOW));
        create("closed-long-ago", "open", -500, -400, "c7");
        happens(new GiveawayClosed("closed-long-ago", "c7", "seed", List.of(), in(-400)));
        create("closed", "open", -50, -40, "c8");
        happens(new GiveawayClosed("closed", "c8", "seed", List.of(), in(-40)));

        assertThat(ids(Which.ONGOING, NOW)).containsExactly("open-soon", "open-late");
        assertThat(ids(Which.UPCOMING, NOW)).containsExactly("scheduled");
        assertThat(ids(Which.ENDED, in(-7 * 24))).containsExactly("closed");
        assertThat(ids(Which.SHOWN, NOW))
                .containsExactly(
                        "scheduled", "open-soon", "open-late", "ended", "closing", "closed", "closed-long-ago");
        assertThat(ids(Which.ALL, NOW)).hasSize(8).contains("cancelled");
        assertThat(ids(Which.NEWEST_OPEN, NOW)).containsExactly("open-soon");
        assertThat(giveaways.due(new ListDueGiveaways(NOW)).toDraw()).containsExactly("ended", "closing");
        assertThat(giveaways.due(new ListDueGiveaways(in(4))).toOpen()).containsExactly("scheduled");
    }

    @Test
    void aGiveawayShowsItsDrawerItsCountAndItsChanges() {
        create("g1", "scheduled", 1, 5, "c1");
        happens(new GiveawayOpened("g1", NOW));
        enter("g1", "p1", "t-p1");
        enter("g1", "p2", "t-p2");
        drawer(new DrawerEdited("d1", "dragon", null, NOW));
        assertThat(giveaways.find(new FindGiveaway("g1")))
                .isEqualTo(new GiveawayView(
                        "g1",
                        "title g1",
                        null,
                        "mount",
                        GiveawayStatus.OPEN,
                        in(1),
                        in(5),
                        2,
                        "d1",
                        "dragon",
                        "c1",
                        null,
                        null,
                        null,
                        in(1)));
        happens(new GiveawayEdited("g1", "new", "text", in(2), in(6), "scheduled", "d1", "dragon", "c2", NOW));
        GiveawayView edited = giveaways.find(new FindGiveaway("g1"));
        assertThat(edited.title()).isEqualTo("new");
        assertThat(edited.status()).isEqualTo(GiveawayStatus.SCHEDULED);
        assertThat(code("c1").status()).isEqualTo("available");
        assertThat(code("c2").status()).isEqualTo("reserved");
        assertThat(code("c2").giveawayId()).isEqualTo("g1");
        assertThatThrownBy(() -> giveaways.find(new FindGiveaway("g9")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aDrawShowsWhatItWasDrawnFromAndTheWinnerThePrize() {
        create("g1", "open", -1, 5, "c1");
        enter("g1", "p1", "t-p1");
        enter("g1", "gone", "t-gone");
        enter("g1", "p2", "t-p2");
        assertThat(entries.draw(new FindDraw("g1")))
                .isEqualTo(new DrawRecord("g1", GiveawayStatus.OPEN, "commitment", 3, List.of(), null));
        happens(drawn("g1", "p2", "t-p2", 1));
        assertThat(entries.draw(new FindDraw("g1")))
                .isEqualTo(new DrawRecord(
                        "g1",
                        GiveawayStatus.DRAWN,
                        "commitment",
                        3,
                        List.of("t-p1", "t-p2"),
                        new DrawRecord.Outcome("seed", "hash", 1, "t-p2", 1, NOW)));
        assertThat(code("c1").status()).isEqualTo("awarded");
        assertThat(code("c1").awardedAt()).isEqualTo(NOW);
        assertThat(own("p2").getFirst().won()).isTrue();
        assertThat(own("p2").getFirst().textId()).isEqualTo("t1");
        assertThat(own("p1").getFirst().won()).isFalse();
        assertThat(own("p1").getFirst().textId()).isNull();
    }

    private List<OwnEntry> own(String person) {
        return entries.own(new ListOwnEntries(person)).items();
    }

    @Test
    void ownEntriesAreWonOnesFirstThenTheLastToEnd() {
        create("g1", "open", -1, 2, "c1");
        create("g2", "open", -1, 9, "c2");
        create("g3", "open", -1, 5, "c3");
        List.of("g1", "g2", "g3").forEach(id -> enter(id, "p1", "t-" + id));
        happens(drawn("g1", "p1", "t-g1", 0));
        assertThat(own("p1")).extracting(OwnEntry::giveawayId).containsExactly("g1", "g2", "g3");
    }

    @Test
    void whoIsErasedLeavesEntriesThatAreNobodys() {
        create("g1", "open", -1, 5, "c1");
        enter("g1", "p1", "t-p1");
        enter("g1", "p2", "t-p2");
        happens(drawn("g1", "p2", "t-p2", 1));
        model.apply("siteuser:p2", new SiteUserErased("p2", NOW));
        GiveawayView after = giveaways.find(new FindGiveaway("g1"));
        assertThat(after.winnerUserId()).isNull();
        assertThat(after.winnerName()).isNull();
        assertThat(after.entryCount()).isEqualTo(2);
        assertThat(own("p2")).isEmpty();
        assertThat(entries.draw(new FindDraw("g1")).tickets()).containsExactly("t-p1", "t-p2");
    }

    @Test
    void drawersCountTheirCodes() {
        create("g1", "open", -1, 5, "c1");
        happens(drawn("g1", "p1", "t", 0));
        create("g2", "open", -1, 5, "c2");
        var drawer = drawers.find(new FindDrawer("d1"));
        assertThat(List.of(drawer.available(), drawer.reserved(), drawer.awarded()))
                .containsExactly(1, 1, 1);
        model.apply("prize_drawer:d2", new DrawerCreated("d2", "newer", null, in(1)));
        assertThat(drawers.list(new ListDrawers()).items())
                .extracting(each -> each.id() + each.available())
                .containsExactly("d20", "d11");
        drawer(new CodeEdited("d1", "c3", "t9", "h9", NOW));
        assertThat(code("c3").textId()).isEqualTo("t9");
        drawer(new CodeDeleted("d1", "c3", NOW));
        assertThat(drawers.codes(new ListCodes("d1")).items())
                .extracting(CodeView::id)
                .containsExactly("c2", "c1");
        drawer(new DrawerDeleted("d1", NOW));
        assertThatThrownBy(() -> drawers.codes(new ListCodes("d1"))).isInstanceOf(Refusal.class);
    }
}
