package dev.kiwi.command.giveaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.giveaway.AddCodes;
import dev.kiwi.api.giveaway.CreateDrawer;
import dev.kiwi.api.giveaway.DeleteCode;
import dev.kiwi.api.giveaway.DeleteDrawer;
import dev.kiwi.api.giveaway.EditCode;
import dev.kiwi.api.giveaway.EditDrawer;
import dev.kiwi.api.giveaway.PrizeEvent.CodeDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.CodeEdited;
import dev.kiwi.api.giveaway.PrizeEvent.CodesAdded;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerCreated;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerDeleted;
import dev.kiwi.api.giveaway.PrizeEvent.DrawerEdited;
import dev.kiwi.api.giveaway.PrizeEvent.NewCode;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.claim.RecordedClaims;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrizeDrawerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ID = "d".repeat(24);
    private static final DrawerCreated CREATED = new DrawerCreated(ID, "mount", "flies", NOW);
    private static final CodesAdded ADDED = new CodesAdded(
            ID, List.of(new NewCode("c1", "t1", "hash of A"), new NewCode("c2", "t2", "hash of B")), NOW);

    private final RecordedClaims claims = new RecordedClaims();
    private final MemoryPrizeTexts texts = new MemoryPrizeTexts();
    private AggregateTestFixture<PrizeDrawer> drawer;

    @BeforeEach
    void fixture() {
        drawer = new AggregateTestFixture<>(PrizeDrawer.class);
        drawer.registerInjectableResource(new CodeUses(claims, new KnownCodes(claims)));
        drawer.registerInjectableResource(texts);
        drawer.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        texts.put(ID, "c1", "t1", "A");
        texts.put(ID, "c2", "t2", "B");
        claims.claim("prize_code:" + ID, "c1", "prize_drawer:" + ID);
        claims.claim("prize_code:" + ID, "c2", "prize_drawer:" + ID);
    }

    private static Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    private static Matcher<List<EventMessage<?>>> events(Predicate<List<?>> wanted) {
        return Matchers.matches((List<EventMessage<?>> events) ->
                wanted.test(events.stream().map(EventMessage::getPayload).toList()));
    }

    @Test
    void isCreatedAndEdited() {
        drawer.givenNoPriorActivity()
                .when(new CreateDrawer(ID, "mount", "flies"))
                .expectEvents(CREATED);
        drawer.given(CREATED)
                .when(new EditDrawer(ID, "dragon", " "))
                .expectEvents(new DrawerEdited(ID, "dragon", null, NOW));
        drawer.given(CREATED).when(new EditDrawer(ID, null, null)).expectNoEvents();
    }

    @Test
    void givenCodesThenTheNewOnesAreAddedTrimmedAndOnce() {
        drawer.given(CREATED, ADDED)
                .when(new AddCodes(ID, List.of(" C ", "C", "", "  ", "A", "x".repeat(401))))
                .expectResultMessagePayload(new AddCodes.Outcome(1, 1))
                .expectEventsMatching(events(payloads -> payloads.size() == 1
                        && payloads.getFirst() instanceof CodesAdded added
                        && added.codes().size() == 1
                        && added.codes().getFirst().hash().equals("hash of C")));
        assertThat(texts.texts).containsValue("C").hasSize(3);
        assertThat(claims.held()).hasSize(3);
    }

    @Test
    void givenNothingNewThenNothingHappensAndGivenNoCodeAtAllItIsRefused() {
        drawer.given(CREATED, ADDED)
                .when(new AddCodes(ID, List.of("A", "B")))
                .expectNoEvents()
                .expectResultMessagePayload(new AddCodes.Outcome(0, 2));
        drawer.given(CREATED)
                .when(new AddCodes(ID, List.of(" ", "x".repeat(401))))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void manyCodesAreSeveralEvents() {
        List<String> many = IntStream.range(0, 2 * PrizeDrawer.CODES_AN_EVENT + 1)
                .mapToObj(n -> "code " + n)
                .toList();
        drawer.given(CREATED)
                .when(new AddCodes(ID, many))
                .expectResultMessagePayload(new AddCodes.Outcome(many.size(), 0))
                .expectEventsMatching(events(payloads -> payloads.size() == 3));
    }

    @Test
    void givenAnotherTextThenTheOldOneIsForgotten() {
        drawer.given(CREATED, ADDED)
                .when(new EditCode(ID, "c1", " Z "))
                .expectEventsMatching(events(payloads -> payloads.size() == 1
                        && payloads.getFirst() instanceof CodeEdited edited
                        && edited.codeId().equals("c1")
                        && edited.hash().equals("hash of Z")
                        && "Z".equals(texts.texts.get(edited.textId()))));
        assertThat(texts.texts).doesNotContainValue("A");
    }

    @Test
    void givenTheSameTextNothingHappensAndAnothersIsRefused() {
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c1", "A")).expectNoEvents();
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c1", "B")).expectException(refusal(ErrorCode.CONFLICT));
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c1", " ")).expectException(refusal(ErrorCode.BAD_REQUEST));
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c9", "B")).expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void anAwardedCodeIsNeitherChangedNorDeletedAndAReservedOneIsChangedOnly() {
        claims.claim("prize_code_use", "c1", "awarded:g1");
        claims.claim("prize_code_use", "c2", "giveaway:g2");
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c1", "Z")).expectException(refusal(ErrorCode.BAD_REQUEST));
        for (String code : List.of("c1", "c2")) {
            drawer.given(CREATED, ADDED).when(new DeleteCode(ID, code)).expectException(refusal(ErrorCode.BAD_REQUEST));
        }
        drawer.given(CREATED, ADDED).when(new DeleteDrawer(ID)).expectException(refusal(ErrorCode.BAD_REQUEST));
        drawer.given(CREATED, ADDED).when(new EditCode(ID, "c2", "Z")).expectSuccessfulHandlerExecution();
    }

    @Test
    void givenADeletionThenTheTextIsGoneAndTheCodeIsNotFree() {
        drawer.given(CREATED, ADDED).when(new DeleteCode(ID, "c1")).expectEvents(new CodeDeleted(ID, "c1", NOW));
        assertThat(texts.texts.values()).containsExactly("B");
        assertThat(claims.held())
                .doesNotContainKey("prize_code:" + ID + "/c1")
                .containsEntry("prize_code_use/c1", "thrown_away");
        drawer.given(CREATED, ADDED, new CodeDeleted(ID, "c1", NOW))
                .when(new DeleteDrawer(ID))
                .expectEvents(new DrawerDeleted(ID, NOW));
        assertThat(texts.texts).isEmpty();
    }
}
