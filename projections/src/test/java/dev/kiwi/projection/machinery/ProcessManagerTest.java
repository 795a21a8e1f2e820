package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process manager acts once on what happens from now on, whatever is rebuilt, restarted or killed. */
class ProcessManagerTest {
    private final Machinery machinery = new Machinery();

    @BeforeEach
    void makeTable() {
        machinery.jdbc.sql("create schema letters").update();
        machinery
                .jdbc
                .sql("create table letters.letter (account text, amount bigint)")
                .update();
    }

    @AfterEach
    void close() {
        machinery.close();
    }

    /** Writes through a client of its own, as the command side does. */
    private final class Writer {
        private final JdbcClient jdbc = JdbcClient.create(machinery.nodeDataSource);
        private final ReadModel model;

        private Writer(ReadModel model) {
            this.model = model;
        }

        @EventHandler
        void on(Deposited event) {
            jdbc.sql("insert into letters.letter (account, amount) values (?, ?)")
                    .params(event.account(), event.amount())
                    .update();
            if (Ledger.JAVA_FAILS.contains(event.account())) {
                throw new IllegalArgumentException("cannot write");
            }
            model.afterCommit(() -> {});
        }
    }

    private Node node() {
        return machinery.node(
                ProjectionDefinition.process("letters", Writer::new), Ledger.definition("ledger", 1, 100));
    }

    private List<String> letters() {
        return machinery
                .jdbc
                .sql("select account || '=' || amount from letters.letter order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void itBeginsWithWhatHappensAfterItIsThere() {
        machinery.deposit("before", 1, 2);
        Node node = node().start();
        machinery.deposit("after", 3);
        node.catchUp("letters").catchUp("ledger");

        assertThat(letters()).containsExactly("after=3");
        assertThat(machinery.entries("ledger")).containsExactly("after=3", "before=3");
    }

    @Test
    void aRebuildOfAReadModelTellsNothingAgainAndItselfCannotBeRebuilt() {
        Node node = node().start();
        machinery.deposit("a", 1, 2);
        node.catchUp("letters").catchUp("ledger");

        node.admin.replay("ledger");
        assertThat(node.awaitRebuild("ledger").phase()).isEqualTo("done");
        assertThatThrownBy(() -> node.admin.replay("letters"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT));
        Node api = machinery.node(
                false, ProjectionDefinition.process("letters", Writer::new), Ledger.definition("ledger", 1, 100));
        assertThatThrownBy(() -> api.admin.replay("letters")).isInstanceOf(Refusal.class);
        machinery.deposit("a", 3);
        node.catchUp("letters");

        assertThat(letters()).containsExactly("a=1", "a=2", "a=3");
    }

    @Test
    void aRestartGoesOnWhereItStood() {
        Node first = node().start();
        machinery.deposit("a", 1);
        first.catchUp("letters");
        first.close();
        machinery.deposit("a", 2);

        node().start().catchUp("letters");
        assertThat(letters()).containsExactly("a=1", "a=2");
    }

    @Test
    void aCrashAtTheCommitLeavesNeitherAHalfNorADouble() {
        Node node = node().start();
        machinery.deposit("a", 1);
        node.catchUp("letters");
        machinery.transactionManager.failures.set(2);
        machinery.deposit("a", 2);
        node.catchUp("letters");
        assertThat(letters()).containsExactly("a=1", "a=2");
    }

    @Test
    void aFailingEventIsParkedWithoutARowAndARetryDoesWhatWasLeftOut() {
        Ledger.JAVA_FAILS.add("bad");
        Node node = node().start();
        machinery.deposit("good", 1);
        machinery.deposit("bad", 2);
        machinery.deposit("good", 3);
        node.catchUp("letters");

        assertThat(letters()).containsExactly("good=1", "good=3");
        assertThat(node.admin.get("letters").deadLetters()).isEqualTo(1);
        assertThat(node.admin.get("letters").alarms()).anyMatch(alarm -> alarm.contains("dead letters"));

        Ledger.JAVA_FAILS.clear();
        String letter = node.admin.deadLetters("letters", 10, 0).getFirst().id();
        assertThat(node.admin.retry("letters", letter)).isTrue();
        assertThat(letters()).containsExactly("bad=2", "good=1", "good=3");
    }
}
