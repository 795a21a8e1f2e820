package dev.kiwi.command.misc;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.misc.AddSupporter;
import dev.kiwi.api.misc.RemoveSupporter;
import dev.kiwi.api.misc.ReplaceSupporters;
import dev.kiwi.api.misc.ReplaceSupporters.ReplacedSupporters;
import dev.kiwi.api.misc.SeedSupporters;
import dev.kiwi.api.misc.Supporter;
import dev.kiwi.api.misc.SupporterEvent.SupporterAdded;
import dev.kiwi.api.misc.SupporterEvent.SupporterRemoved;
import dev.kiwi.api.misc.SupporterEvent.SupportersReplaced;
import dev.kiwi.api.misc.SupporterKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupporterListTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    private static final SupportersReplaced SEEDED = new SupportersReplaced(List.of("Amy", "Bob"), null, NOW);

    private AggregateTestFixture<SupporterList> list;

    @BeforeEach
    void fixture() {
        list = new AggregateTestFixture<>(SupporterList.class);
        list.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Matcher<?> refusal(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    @Test
    void aSupporterIsAdded() {
        list.givenNoPriorActivity()
                .when(new AddSupporter(" Amy ", "ada"))
                .expectEvents(new SupporterAdded("Amy", "ada", NOW))
                .expectResultMessagePayload(new Supporter("Amy", "ada", NOW.getEpochSecond()));
    }

    @Test
    void theSameNameAgainIsAConflictAndAnotherCaseIsNot() {
        list.given(SEEDED).when(new AddSupporter("Amy", "ada")).expectException(refusal(ErrorCode.CONFLICT));
        list.given(SEEDED).when(new AddSupporter("amy", "ada")).expectEvents(new SupporterAdded("amy", "ada", NOW));
    }

    @Test
    void aBlankNameIsRefused() {
        list.given(SEEDED).when(new AddSupporter("  ", "ada")).expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void aSupporterIsRemovedOnce() {
        list.given(SEEDED).when(new RemoveSupporter("Bob")).expectEvents(new SupporterRemoved("Bob", NOW));
        list.given(SEEDED, new SupporterRemoved("Bob", NOW))
                .when(new RemoveSupporter("Bob"))
                .expectException(refusal(ErrorCode.NOT_FOUND));
        list.givenNoPriorActivity().when(new RemoveSupporter("Bob")).expectException(refusal(ErrorCode.NOT_FOUND));
    }

    @Test
    void anotherListIsTidiedUp() {
        list.given(SEEDED)
                .when(new ReplaceSupporters(List.of(" Zed ", "", "zed", "Amy", "AMY "), "ada"))
                .expectEvents(new SupportersReplaced(List.of("Zed", "Amy"), "ada", NOW))
                .expectResultMessagePayload(new ReplacedSupporters(2, 2));
    }

    @Test
    void anEmptyListIsRefusedAndOneThatIsTooLong() {
        list.given(SEEDED)
                .when(new ReplaceSupporters(List.of(" "), "ada"))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
        List<String> many = IntStream.rangeClosed(0, SupporterKey.LONGEST_LIST)
                .mapToObj(Integer::toString)
                .toList();
        list.given(SEEDED).when(new ReplaceSupporters(many, "ada")).expectException(refusal(ErrorCode.BAD_REQUEST));
        list.given(new SupportersReplaced(many.subList(1, many.size()), null, NOW))
                .when(new AddSupporter("one more", "ada"))
                .expectException(refusal(ErrorCode.BAD_REQUEST));
    }

    @Test
    void theConfigurationSpeaksOnce() {
        list.givenNoPriorActivity()
                .when(new SeedSupporters(List.of("Amy", " Bob")))
                .expectEvents(SEEDED);
        list.given(SEEDED, new SupporterRemoved("Amy", NOW), new SupporterRemoved("Bob", NOW))
                .when(new SeedSupporters(List.of("Cat")))
                .expectNoEvents();
    }
}
