package dev.kiwi.command.giveaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.giveaway.CancelGiveaway;
import dev.kiwi.api.giveaway.CloseEntries;
import dev.kiwi.api.giveaway.CreateGiveaway;
import dev.kiwi.api.giveaway.DrawGiveaway;
import dev.kiwi.api.giveaway.EditGiveaway;
import dev.kiwi.api.giveaway.GiveawayEvent.EntriesClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCancelled;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayClosed;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayCreated;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayDrawn;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayEdited;
import dev.kiwi.api.giveaway.GiveawayEvent.GiveawayOpened;
import dev.kiwi.api.giveaway.OpenGiveaway;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.giveaway.Entrants.Entrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveawayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant END = NOW.plus(Duration.ofDays(1));
    private static final String ID = "a".repeat(24);
    private static final String USE = "prize_code_use/";
    private static final String WINDOW = "giveaway_window/" + ID;

    private final RecordedClaims claims = new RecordedClaims();
    private final DrawSeeds seeds = new DrawSeeds(new DerivedKeys("a secret that only tests know"));
    private final List<Entrant> entrants = new ArrayList<>();
    private AggregateTestFixture<Giveaway> giveaway;

    @BeforeEach
    void fixture() {
        giveaway = new AggregateTestFixture<>(Giveaway.class);
        giveaway.registerInjectableResource(claims);
        giveaway.registerInjectableResource(new CodeUses(claims, new KnownCodes(claims)));
        giveaway.registerInjectableResource(seeds);
        giveaway.registerInjectableResource(new KnownEntrants(entrants));
        giveaway.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private record KnownEntrants(List<Entrant> entrants) implements Entrants {
        @Override
        public List<Entrant> of(String giveawayId, Instant since) {
            return entrants;
        }

        @Override
        public String nameOf(String giveawayId, Entrant entrant) {
            return "name of " + entrant.siteUserId();
        }
    }

    private static CreateGiveaway create(String drawer, Instant startsAt, Instant endsAt) {
        return new CreateGiveaway(ID, "title", null, startsAt, endsAt, drawer, "prize");
    }

    private GiveawayCreated created(String status, Instant startsAt, Instant endsAt) {
        return new GiveawayCreated(
                ID, "title", null, startsAt, endsAt, status, "d1", "prize", "code-d1", seeds.commitment(ID), NOW);
    }

    private static Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    private static EditGiveaway edit(
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            EditGiveaway.@Nullable Drawer drawer) {
        return new EditGiveaway(ID, title, null, startsAt, endsAt, drawer);
    }

    private String window(boolean open, Instant from, Instant until) {
        return "giveaway:" + ID + "|" + open + "|" + from.toEpochMilli() + "|" + until.toEpochMilli();
    }

    @Test
    void givenAStartInThePastWhenCreatedThenItIsOpenAndItsCodeReserved() {
        giveaway.givenNoPriorActivity().when(create("d1", NOW, END)).expectEvents(created("open", NOW, END));
        assertThat(claims.held())
                .containsEntry(USE + "code-d1", "giveaway:" + ID)
                .containsEntry(WINDOW, window(true, NOW, END));
    }

    @Test
    void givenAStartAheadWhenCreatedThenItIsScheduled() {
        giveaway.givenNoPriorActivity().when(create("d1", LATER, END)).expectEvents(created("scheduled", LATER, END));
        assertThat(claims.held()).containsEntry(WINDOW, window(false, LATER, END));
    }

    @Test
    void givenNoPrizeOrNoTimeWhenCreatedThenItIsRefused() {
        for (CreateGiveaway wrong :
                List.of(create("empty", NOW, END), create("d1", END, END), create("d1", NOW.minusSeconds(9), NOW))) {
            giveaway.givenNoPriorActivity().when(wrong).expectException(refusal(ErrorCode.BAD_REQUEST));
        }
        assertThat(claims.held()).isEmpty();
    }

    @Test
    void givenAnOpenOneWhenItsStartMovesAheadThenItIsScheduled() {
        giveaway.given(created("open", NOW, END))
                .when(edit("other", LATER, null, null))
                .expectEvents(edited("other", LATER, END, "scheduled", "d1", "prize", "code-d1"));
        assertThat(claims.held()).containsEntry(WINDOW, window(false, LATER, END));
    }

    @Test
    void givenAScheduledOneWhenItsStartMovesBackThenItIsOpen() {
        giveaway.given(created("scheduled", LATER, END))
                .when(edit(null, NOW, null, null))
                .expectEvents(edited("title", NOW, END, "open", "d1", "prize", "code-d1"));
    }

    @Test
    void givenAnOpenOneWhenItsEndMovesIntoThePastThenTheNextRoundDrawsIt() {
        Instant start = NOW.minusSeconds(100);
        giveaway.given(created("open", start, END))
                .when(edit(null, null, NOW.minusSeconds(1), null))
                .expectEvents(edited("title", start, NOW.minusSeconds(1), "open", "d1", "prize", "code-d1"));
    }

    private static GiveawayEdited edited(
            String title, Instant startsAt, Instant endsAt, String status, String drawer, String prize, String code) {
        return new GiveawayEdited(ID, title, null, startsAt, endsAt, status, drawer, prize, code, NOW);
    }

    @Test
    void givenAnotherDrawerThenItsCodeTakesThePlaceOfTheOld() {
        claims.claim("prize_code_use", "code-d1", "giveaway:" + ID);
        giveaway.given(created("open", NOW, END))
                .when(edit(null, null, null, new EditGiveaway.Drawer("d2", "better prize")))
                .expectEvents(edited("title", NOW, END, "open", "d2", "better prize", "code-d2"));
        assertThat(claims.held())
                .containsEntry(USE + "code-d2", "giveaway:" + ID)
                .doesNotContainKey(USE + "code-d1");
        giveaway.given(created("open", NOW, END))
                .when(edit(null, null, null, new EditGiveaway.Drawer("empty", "nothing")))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void whatWouldChangeNothingIsNoEvent() {
        giveaway.given(created("open", NOW, END))
                .when(edit("title", NOW, END, new EditGiveaway.Drawer("d1", "renamed since")))
                .expectNoEvents();
        giveaway.given(created("open", NOW, END))
                .when(edit(null, END, END, null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void givenAScheduledOneThatIsDueThenItOpensOnce() {
        GiveawayCreated due = created("scheduled", NOW, END);
        giveaway.given(due).when(new OpenGiveaway(ID)).expectEvents(new GiveawayOpened(ID, NOW));
        giveaway.given(due, new GiveawayOpened(ID, NOW))
                .when(new OpenGiveaway(ID))
                .expectNoEvents();
        giveaway.given(created("scheduled", LATER, END))
                .when(new OpenGiveaway(ID))
                .expectNoEvents();
    }

    @Test
    void givenClosedEntriesThenTheWindowIsShutAndNothingIsEdited() {
        giveaway.given(created("open", NOW, END))
                .when(new CloseEntries(ID, false))
                .expectEvents(new EntriesClosed(ID, NOW));
        assertThat(claims.held()).containsEntry(WINDOW, window(false, NOW, END));
        giveaway.given(created("open", NOW, END), new EntriesClosed(ID, NOW))
                .when(edit("late", null, null, null))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        giveaway.given(created("open", NOW, END), new EntriesClosed(ID, NOW))
                .when(new CloseEntries(ID, false))
                .expectNoEvents();
    }

    @Test
    void givenAnEndThatWasMovedThenOnlyAnAdministratorClosesEntries() {
        giveaway.given(created("open", NOW, END))
                .when(new CloseEntries(ID, true))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        giveaway.given(created("open", NOW.minusSeconds(9), NOW))
                .when(new CloseEntries(ID, true))
                .expectEvents(new EntriesClosed(ID, NOW))
                .expectResultMessagePayload(true);
    }

    @Test
    void givenEntriesWhenDrawnThenOneWinsBySeedAndTickets() {
        List<String> tickets = List.of("00", "01", "02", "03", "04");
        tickets.forEach(ticket -> entrants.add(new Entrant("user" + ticket, ticket, false)));
        entrants.add(2, new Entrant("gone", "ff", true));
        FairDraw expected = FairDraw.among(tickets, seeds.of(ID), ID);
        String winner = tickets.get(expected.index());
        giveaway.given(created("open", NOW, END), new EntriesClosed(ID, NOW))
                .when(new DrawGiveaway(ID))
                .expectEvents(new GiveawayDrawn(
                        ID,
                        "user" + winner,
                        "name of user" + winner,
                        "code-d1",
                        winner,
                        expected.index(),
                        5,
                        expected.entrantsHash(),
                        HexFormat.of().formatHex(seeds.of(ID)),
                        List.of("ff"),
                        NOW));
        assertThat(claims.held()).containsEntry(USE + "code-d1", "awarded:" + ID);
    }

    @Test
    void givenNobodyWhoCanWinWhenDrawnThenItIsClosedAndTheCodeFree() {
        claims.claim("prize_code_use", "code-d1", "giveaway:" + ID);
        entrants.add(new Entrant("gone", "ff", true));
        giveaway.given(created("scheduled", LATER, END), new EntriesClosed(ID, NOW))
                .when(new DrawGiveaway(ID))
                .expectEvents(
                        new GiveawayClosed(ID, "code-d1", HexFormat.of().formatHex(seeds.of(ID)), List.of("ff"), NOW));
        assertThat(claims.held()).doesNotContainKey(USE + "code-d1");
    }

    @Test
    void isNotDrawnWhileEntriesAreOpenNorWithAnotherSeedThanItCommittedTo() {
        giveaway.given(created("open", NOW, END))
                .when(new DrawGiveaway(ID))
                .expectException(IllegalStateException.class);
        GiveawayCreated foreign = new GiveawayCreated(
                ID, "title", null, NOW, END, "open", "d1", "prize", "code-d1", "of another key", NOW);
        giveaway.given(foreign, new EntriesClosed(ID, NOW))
                .when(new DrawGiveaway(ID))
                .expectException(IllegalStateException.class);
    }

    @Test
    void givenACancelledOneThenItsCodeIsFreeAndCancellingAgainIsNothing() {
        claims.claim("prize_code_use", "code-d1", "giveaway:" + ID);
        giveaway.given(created("open", NOW, END))
                .when(new CancelGiveaway(ID))
                .expectEvents(new GiveawayCancelled(ID, "code-d1", NOW));
        assertThat(claims.held()).doesNotContainKey(USE + "code-d1").containsEntry(WINDOW, window(false, NOW, END));
        giveaway.given(created("open", NOW, END), new GiveawayCancelled(ID, "code-d1", NOW))
                .when(new CancelGiveaway(ID))
                .expectNoEvents();
    }

    @Test
    void whatIsOverStaysAsItIs() {
        GiveawayClosed closed = new GiveawayClosed(ID, "code-d1", "seed", List.of(), NOW);
        for (Object command : List.of(
                new CancelGiveaway(ID),
                new DrawGiveaway(ID),
                new CloseEntries(ID, false),
                edit("x", null, null, null))) {
            giveaway.given(created("open", NOW, END), new EntriesClosed(ID, NOW), closed)
                    .when(command)
                    .expectException(refusal(ErrorCode.BAD_REQUEST));
        }
    }
}
