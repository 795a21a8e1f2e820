package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trap 5: a failing event leaves no row, its letter is stored in the same transaction, and only its sequence waits. */
class FailingHandlerTest {
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void givenJavaErrorAfterAWriteInTheMiddleOfABatchThenNoHalfWrittenRowAndOthersGoOn() {
        Ledger.JAVA_FAILS.add("bad");
        Node node = depositAroundBad();

        assertThat(machinery.entries("ledger")).containsExactly("good=11");
        assertThat(machinery.count("ledger.booking where account = 'bad'")).isZero();
        assertThat(letters(node)).extracting(ProjectionAdmin.Letter::sequence).containsOnly("account:bad");
        assertThat(letters(node))
                .extracting(ProjectionAdmin.Letter::error)
                .containsExactly(
                        "java.lang.IllegalArgumentException: cannot add 100",
                        "parked behind an earlier letter of its sequence");
    }

    @Test
    void givenSqlErrorInTheMiddleOfABatchThenTheLetterIsStoredAllTheSame() {
        Ledger.SQL_FAILS.add("bad");
        Node node = depositAroundBad();

        assertThat(machinery.entries("ledger")).containsExactly("good=11");
        assertThat(machinery.count("ledger.booking where account = 'bad'")).isZero();
        assertThat(letters(node)).hasSize(2);
        assertThat(letters(node).getFirst().error()).contains("null value in column");
        assertThat(letters(node).getFirst().payload()).isEqualTo("{\"account\":\"bad\",\"amount\":100}");
    }

    @Test
    void givenACollectedChangeThatIsRefusedThenTheLetterIsOfItsOwnEvent() {
        Ledger.SQL_FAILS.add("bad");
        Ledger.JAVA_FAILS.add("worse");
        machinery.deposit("good", 1);
        long refused = machinery.deposit("bad", 100);
        machinery.deposit("good", 10);
        long thrown = machinery.deposit("worse", 1000);
        machinery.rename("good");
        machinery.deposit("good", 10_000);
        Node node = machinery.node(Bookings.definition(1)).start().catchUp("bookings");

        assertThat(machinery.count("bookings.booking where account = 'good'")).isEqualTo(3);
        assertThat(machinery.count("bookings.booking")).isEqualTo(3);
        assertThat(machinery.entries("bookings")).containsExactly("good=2");
        List<ProjectionAdmin.Letter> letters = node.admin.deadLetters("bookings", 10, 0);
        assertThat(letters).extracting(ProjectionAdmin.Letter::position).containsExactlyInAnyOrder(refused, thrown);
        assertThat(letters)
                .anySatisfy(letter -> assertThat(letter.error())
                        .contains("null value in column")
                        .doesNotContain("Batch entry"));
    }

    @Test
    void givenPayloadThatDoesNotDeserialiseThenItIsParkedAsItIsStored() {
        machinery.deposit("good", 1);
        long poison = machinery.deposit("bad", 100);
        machinery.deposit("good", 10);
        machinery
                .jdbc
                .sql("update domainevententry set payload = 'not json' where globalindex = ?")
                .param(poison)
                .update();
        machinery.reopenStore();
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");

        assertThat(machinery.entries("ledger")).containsExactly("good=11");
        assertThat(letters(node)).singleElement().satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo("not json");
            assertThat(letter.position()).isEqualTo(poison);
            assertThat(letter.attempts()).isEqualTo(1);
        });
    }

    @Test
    void whenTheProjectorIsRepairedThenARetryAppliesTheSequenceInOrderAndNewEventsFollow() {
        Ledger.JAVA_FAILS.add("bad");
        Node node = depositAroundBad();
        Ledger.JAVA_FAILS.clear();

        assertThat(node.admin.retry("ledger", letters(node).getLast().id())).isTrue();

        assertThat(machinery.entries("ledger")).containsExactly("bad=1100", "good=11");
        assertThat(letters(node)).isEmpty();
        machinery.deposit("bad", 5);
        node.catchUp("ledger");
        assertThat(machinery.entries("ledger")).containsExactly("bad=1105", "good=11");
    }

    @Test
    void whenItStillFailsThenARetryLeavesTheLettersAndCountsTheAttempt() {
        Ledger.SQL_FAILS.add("bad");
        Node node = depositAroundBad();

        assertThat(node.admin.retry("ledger", letters(node).getFirst().id())).isFalse();

        assertThat(letters(node)).hasSize(2);
        assertThat(letters(node).getFirst().attempts()).isEqualTo(2);
        assertThat(machinery.count("ledger.booking where account = 'bad'")).isZero();
    }

    @Test
    void whenTheOnlyLetterIsEvictedThenItsSequenceIsFree() {
        Ledger.JAVA_FAILS.add("bad");
        machinery.deposit("bad", 100);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");
        Ledger.JAVA_FAILS.clear();

        node.admin.evict("ledger", letters(node).getFirst().id());
        machinery.deposit("bad", 7);
        node.catchUp("ledger");

        assertThat(machinery.entries("ledger")).containsExactly("bad=7");
        assertThat(letters(node)).isEmpty();
    }

    @Test
    void givenTwoProjectionsThenEachOfThemParksAndNoneSkips() {
        Ledger.JAVA_FAILS.add("bad");
        machinery.deposit("bad", 1);
        Node node = machinery
                .node(Ledger.definition("ledger", 1, 100), Ledger.definition("second", 2, 100))
                .start();

        for (ProjectionDefinition definition : node.engine.definitions()) {
            node.catchUp(definition.name());
            assertThat(node.admin.deadLetters(definition.name(), 10, 0))
                    .as(definition.name())
                    .hasSize(1);
        }
    }

    private Node depositAroundBad() {
        machinery.deposit("good", 1);
        machinery.deposit("bad", 100, 1000);
        machinery.deposit("good", 10);
        return machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");
    }

    private static List<ProjectionAdmin.Letter> letters(Node node) {
        return node.admin.deadLetters("ledger", 10, 0);
    }
}
