package dev.kiwi.command.giveaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CancelGiveaway;
import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.api.giveaway.DeleteCode;
import dev.kiwi.api.giveaway.DeleteDrawer;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.EditCode;
import dev.kiwi.api.giveaway.EnterGiveaway;
import dev.kiwi.api.giveaway.EntryReceipt;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCreated;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.api.giveaway.PrizeEvent.CodesAdded;
import dev.kiwi.api.giveaway.PrizeEvent.NewCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.eventstore.TestNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Giveaways on the real stores: what holds when many do things at once, and what lies in the tables. */
class GiveawayFlowTest {
    private static TestNode node;

    private final String drawerId = new ObjectId().toHexString();

    @BeforeAll
    static void start() {
        node = TestNode.start(GiveawayConfiguration.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static String newId() {
        return new ObjectId().toHexString();
    }

    private List<NewCode> drawerWith(String... codes) {
        node.send(new CreateDrawer(drawerId, "mount", null));
        node.send(new AddCodes(drawerId, List.of(codes)));
        return node.eventsOf("prize_drawer:" + drawerId).stream()
                .filter(CodesAdded.class::isInstance)
                .flatMap(added -> ((CodesAdded) added).codes().stream())
                .toList();
    }

    private String open() {
        String id = newId();
        Instant now = Instant.now();
        node.send(
                new CreateGiveaway(id, "title", null, now.minusSeconds(60), now.plusSeconds(3_600), drawerId, "mount"));
        return id;
    }

    private static EntryReceipt enter(String giveaway, String person) {
        return Objects.requireNonNull(node.<EntryReceipt>send(new EnterGiveaway(giveaway, person, "name of " + person))
                .result());
    }

    private static void expect(ErrorCode code, Object command) {
        assertThatThrownBy(() -> node.send(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static GiveawayDrawn drawn(String giveaway) {
        node.send(new CloseEntries(giveaway, false));
        node.send(new DrawGiveaway(giveaway));
        return (GiveawayDrawn) node.eventsOf("giveaway:" + giveaway).getLast();
    }

    @Test
    void theDrawIsWhatItsCommitmentAndItsEntriesSay() throws Exception {
        drawerWith("A");
        String giveaway = open();
        List<String> people = IntStream.range(0, 20).mapToObj(n -> newId()).toList();
        List<String> tickets =
                people.stream().map(person -> enter(giveaway, person).ticket()).toList();
        GiveawayDrawn drawn = drawn(giveaway);

        byte[] seed = HexFormat.of().parseHex(drawn.seed());
        GiveawayCreated created =
                (GiveawayCreated) node.eventsOf("giveaway:" + giveaway).getFirst();
        assertThat(FairDraw.sha256(seed)).isEqualTo(created.commitment());
        assertThat(drawn.entrantsHash()).isEqualTo(SlowDraw.entrantsHash(tickets));
        assertThat(drawn.index()).isEqualTo(SlowDraw.index(tickets, seed, giveaway));
        assertThat(drawn.winnerUserId()).isEqualTo(people.get(drawn.index()));
        assertThat(drawn.winnerName()).isEqualTo("name of " + drawn.winnerUserId());
        assertThat(drawn.ticket()).isEqualTo(tickets.get(drawn.index()));
    }

    @Test
    void everyEntryIsCountedAtOnceAndOnce() {
        drawerWith("A", "B");
        String giveaway = open();
        String person = newId();
        EntryCounts counts = node.bean(EntryCounts.class);
        assertThat(counts.of(giveaway)).isZero();
        enter(giveaway, person);
        enter(giveaway, person);
        enter(open(), person);
        assertThat(counts.of(giveaway)).isOne();
        enter(giveaway, newId());
        assertThat(counts.of(giveaway)).isEqualTo(2);
    }

    @Test
    void onceIsEnoughAlsoWhenItIsDoneTenTimesAtOnce() throws Exception {
        drawerWith("A");
        String giveaway = open();
        String person = newId();
        List<EntryReceipt> receipts = atOnce(10, n -> enter(giveaway, person));
        assertThat(receipts).hasSize(10).containsOnly(enter(giveaway, person));
        assertThat(node.eventsOf("giveaway_entry:" + giveaway + ":" + person)).hasSize(1);
    }

    /** The point of closing first: whoever was told to be in is drawn from, however close it was. */
    @Test
    void whoeverWasAcceptedIsDrawnFromThoughEntriesAreClosedMeanwhile() throws Exception {
        drawerWith("A");
        String giveaway = open();
        enter(giveaway, newId());
        List<EntryReceipt> accepted = new ArrayList<>();
        atOnce(40, n -> {
            if (n == 20) {
                node.send(new CloseEntries(giveaway, false));
                return false;
            }
            return catchThrowable(() -> {
                        EntryReceipt receipt = enter(giveaway, newId());
                        synchronized (accepted) {
                            accepted.add(receipt);
                        }
                    })
                    == null;
        });
        GiveawayDrawn drawn = drawn(giveaway);
        assertThat(drawn.entrants()).isEqualTo(accepted.size() + 1);
        expect(ErrorCode.BAD_REQUEST, new EnterGiveaway(giveaway, newId(), "late"));
        expect(ErrorCode.NOT_FOUND, new EnterGiveaway(newId(), newId(), "nowhere"));
    }

    private interface Turn<T> {
        T take(int n) throws Exception;
    }

    private static <T> List<T> atOnce(int times, Turn<T> turn) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(n -> () -> turn.take(n))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }

    @Test
    void theLastCodeIsOneGiveaways() throws Exception {
        List<NewCode> codes = drawerWith("A", "B");
        expect(ErrorCode.BAD_REQUEST, creation(newId()));
        List<Boolean> made = atOnce(6, n -> catchThrowable(this::open) == null);
        // Of those that want the same code at once all but one are told to come again, and may then find the other.
        assertThat(made).contains(true);
        assertThat(made.stream().filter(each -> each)).hasSizeLessThanOrEqualTo(2);
        codes.forEach(code -> assertThat(node.sql()
                        .sql("select count(*) from es.claim where kind = 'prize_code_use' and value = ?")
                        .param(code.codeId())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1));
    }

    private static CreateGiveaway creation(String emptyDrawer) {
        Instant now = Instant.now();
        return new CreateGiveaway(newId(), "title", null, now, now.plusSeconds(60), emptyDrawer, "none");
    }

    /** What was won is what the winner has been told. */
    @Test
    void anAwardedCodeIsNotChangedHoweverCloseThatIs() throws Exception {
        String codeId = drawerWith("A").getFirst().codeId();
        String giveaway = open();
        enter(giveaway, newId());
        node.send(new CloseEntries(giveaway, false));
        AtomicLong drawnAt = new AtomicLong();
        List<Long> edits = Collections.synchronizedList(new ArrayList<>());
        atOnce(60, n -> {
            if (n == 30) {
                drawnAt.set(node.send(new DrawGiveaway(giveaway)).position());
                return true;
            }
            return catchThrowable(() -> edits.add(node.send(new EditCode(drawerId, codeId, "text " + n))
                            .position()))
                    == null;
        });
        assertThat(drawnAt.get()).isPositive();
        assertThat(edits).allSatisfy(at -> assertThat(at).isLessThan(drawnAt.get()));
        expect(ErrorCode.BAD_REQUEST, new EditCode(drawerId, codeId, "late"));
    }

    /** Else a correction that has seen the reservation would bring it back, for a giveaway that is over. */
    @Test
    void aCodeIsFreeAfterItsGiveawayWasCancelledHoweverItWasCorrectedMeanwhile() throws Exception {
        String codeId = drawerWith("A").getFirst().codeId();
        for (int round = 0; round < 10; round++) {
            String giveaway = open();
            String text = "text of round " + round + ", ";
            atOnce(
                    8,
                    n -> n == 4
                            ? node.send(new CancelGiveaway(giveaway)).position() > 0
                            : catchThrowable(() -> node.send(new EditCode(drawerId, codeId, text + n))) == null);
            assertThat(column("select owner from es.claim where kind = 'prize_code_use' and value = '" + codeId + "'"))
                    .isEmpty();
        }
        node.send(new DeleteDrawer(drawerId));
    }

    @Test
    void aDrawerOfManyCodesGoesAtOnce() {
        String[] codes = IntStream.range(0, 5_000).mapToObj(n -> "code " + n).toArray(String[]::new);
        assertThat(drawerWith(codes)).hasSize(5_000);
        String giveaway = open();
        expect(ErrorCode.BAD_REQUEST, new DeleteDrawer(drawerId));
        node.send(new CancelGiveaway(giveaway));
        node.send(new DeleteDrawer(drawerId));
        assertThat(column("select value from es.claim where kind = 'prize_code:" + drawerId + "'"))
                .isEmpty();
    }

    @Test
    void whoHasDeletedTheAccountDoesNotWin() {
        drawerWith("A");
        String giveaway = open();
        String gone = newId();
        String ticket = enter(giveaway, gone).ticket();
        String stays = newId();
        enter(giveaway, stays);
        node.bean(SubjectKeys.class).destroy(gone);
        GiveawayDrawn drawn = drawn(giveaway);
        assertThat(drawn.winnerUserId()).isEqualTo(stays);
        assertThat(drawn.entrants()).isEqualTo(1);
        assertThat(drawn.leftOut()).containsExactly(ticket);
    }

    @Test
    void noCodeIsInTheClearAnywhere() {
        String secret = "SECRET-" + newId();
        List<NewCode> codes = drawerWith(secret);
        PrizeTexts texts = node.bean(PrizeTexts.class);
        String textId = codes.getFirst().textId();
        assertThat(texts.open(textId)).hasValue(secret);
        assertThat(column("select sealed from es.prize_text")).noneMatch(text -> text.contains(secret));
        assertThat(column("select convert_from(payload, 'UTF8') from es.event"))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(secret));

        node.send(new DeleteCode(drawerId, codes.getFirst().codeId()));
        assertThat(texts.open(textId)).isEmpty();
    }

    private static List<String> column(String query) {
        return node.sql().sql(query).query(String.class).list();
    }

    @Test
    void textsOfUnknownCodesAreSweptOutAfterAnHour() {
        JdbcPrizeTexts texts = node.bean(JdbcPrizeTexts.class);
        String known = drawerWith("A").getFirst().textId();
        String fresh = newId();
        String stale = newId();
        texts.put(drawerId, newId(), fresh, "fresh");
        texts.put(drawerId, newId(), stale, "stale");
        node.sql()
                .sql("update es.prize_text set stored_at = now() - interval '2 hours' where text_id in (?, ?)")
                .params(known, stale)
                .update();
        assertThat(texts.sweep()).isEqualTo(1);
        assertThat(texts.open(known)).hasValue("A");
        assertThat(texts.open(fresh)).hasValue("fresh");
        assertThat(texts.open(stale)).isEmpty();
    }

    /** As when the process ends between a correction and the vault, or a correction is tried twice. */
    @Test
    void textsThatACodeHasNoMoreAreSweptOutToo() {
        JdbcPrizeTexts texts = node.bean(JdbcPrizeTexts.class);
        String codeId = drawerWith("A").getFirst().codeId();
        node.send(new EditCode(drawerId, codeId, "B"));
        String before = newId();
        texts.put(drawerId, codeId, before, "A");
        node.sql()
                .sql("update es.prize_text set stored_at = now() - interval '2 hours' where code_id = ?")
                .param(codeId)
                .update();
        assertThat(texts.sweep()).isEqualTo(1);
        assertThat(texts.open(before)).isEmpty();
        assertThat(column("select text_id from es.prize_text where code_id = '" + codeId + "'"))
                .singleElement()
                .satisfies(current -> assertThat(texts.open(current)).hasValue("B"));
    }
}
