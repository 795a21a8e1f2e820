package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Read your writes: a waiter is answered when its position is applied, on whatever node that happens. */
class AppliedPositionsTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void givenNothingAppliedThenThePositionIsMinusOne() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100));

        assertThat(node.positions.applied("ledger")).isEqualTo(-1);
    }

    @Test
    void whenTheBatchCommitsThenTheWaiterIsAnsweredAtOnce() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        machinery.deposit("warm", 1);
        node.catchUp("ledger");

        for (int i = 0; i < 20; i++) {
            Instant before = Instant.now();
            long position = machinery.deposit("a", 1);
            assertThat(node.positions.await(List.of("ledger"), position, LONG).join())
                    .isTrue();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(500));
        }
        assertThat(machinery.entries("ledger")).contains("a=20");
    }

    @Test
    void whenTheLastEventIsOfATypeThatTheProjectionDoesNotHandleThenItsTokenIsStoredAtOnceAllTheSame() {
        Node node = machinery.node(Ledger.definition("ledger", 2, 100)).start();
        Node other = machinery.node(false, Ledger.definition("ledger", 2, 100));
        machinery.deposit("a", 1);
        node.catchUp("ledger");

        Instant before = Instant.now();
        long position = machinery.rename("a");
        assertThat(other.positions.await(List.of("ledger"), position, LONG).join())
                .isTrue();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(700));
    }

    @Test
    void whenTheProjectionRunsInAnotherProcessThenTheWaiterLearnsItFromTheTable() {
        machinery.node(Ledger.definition("ledger", 1, 100)).start();
        Node api = machinery.node(false, Ledger.definition("ledger", 1, 100)).start();

        long position = machinery.deposit("a", 1);

        assertThat(api.positions.await(List.of("ledger"), position, LONG).join())
                .isTrue();
        assertThat(machinery.entries("ledger")).containsExactly("a=1");
        assertThat(api.admin.get("ledger").state()).isEqualTo("running");
    }

    @Test
    void whenTheTimeIsUpFirstThenTheAnswerIsFalse() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start();
        long position = machinery.deposit("a", 1);

        assertThat(node.positions
                        .await(List.of("ledger"), position + 1, Duration.ofMillis(200))
                        .join())
                .isFalse();
    }

    @Test
    void givenTwoProjectionsThenBothMustHaveApplied() {
        Node node = machinery
                .node(Ledger.definition("ledger", 1, 100), Ledger.definition("second", 1, 100))
                .start();
        machinery.deposit("a", 1);
        node.catchUp("ledger").catchUp("second");
        node.admin.pause("second");
        long position = machinery.deposit("a", 1);

        assertThat(node.positions.await(List.of("ledger"), position, LONG).join())
                .isTrue();
        assertThat(node.positions
                        .await(List.of("ledger", "second"), position, Duration.ofMillis(200))
                        .join())
                .isFalse();
        node.admin.resume("second");
        assertThat(node.positions
                        .await(List.of("ledger", "second"), position, LONG)
                        .join())
                .isTrue();
    }

    @Test
    void anUnknownProjectionIsAMistakeOfTheCaller() {
        Node node = machinery.node(Ledger.definition("ledger", 1, 100));

        assertThatThrownBy(() -> node.positions.await(List.of("nothing"), 1, LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
