package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rebuild fills a shadow, swaps it in at one position, and never harms the live version. */
class RebuildTest {
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void givenReadsAndWritesGoOnThenNoReadFailsAndBothVersionsAreEqual() throws Exception {
        machinery.deposits(100, 5_000);
        Node node = machinery.node(Ledger.definition("ledger", 2, 200)).start().catchUp("ledger");
        try (Traffic traffic = new Traffic(machinery, node)) {
            for (int i = 0; i < 3; i++) {
                node.admin.replay("ledger");
                ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("ledger");
                assertThat(rebuild.error()).isNull();
                assertThat(rebuild.phase()).isEqualTo("done");
                assertThat(rebuild.checksumAfter()).startsWith("booking=").isEqualTo(rebuild.checksumBefore());
            }
            traffic.stop();
            assertThat(traffic.failures()).isEmpty();
            assertThat(traffic.reads()).isGreaterThan(100);
        }
        node.catchUp("ledger");
        assertThat(machinery.count("ledger.booking")).isEqualTo(machinery.count("domainevententry"));
        Awaitility.await().until(() -> schemas().equals(List.of("ledger")));
        assertThat(machinery.count("pm.token_entry")).isEqualTo(2);
    }

    @Test
    void whenItRunsThenListenersSeeItsProgressToTheEnd() throws Exception {
        machinery.deposits(10, 2_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");
        List<ProjectionAdmin.Rebuild> seen = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = node.admin.onProgress(seen::add)) {
            node.admin.replay("ledger");
            node.awaitRebuild("ledger");
        }

        assertThat(seen).extracting(ProjectionAdmin.Rebuild::phase).contains("building", "swapping", "done");
        assertThat(seen.getLast().done()).isEqualTo(seen.getLast().total()).isEqualTo(2_000);
        assertThat(seen).extracting(ProjectionAdmin.Rebuild::done).isSorted();
    }

    @Test
    void whatIsAskedForWhileOneRunsBeginsWhenThatHasEndedWhereverItWasAsked() throws Exception {
        machinery.deposits(10, 2_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 20)).start().catchUp("ledger");
        Node api = machinery.node(false, Ledger.definition("ledger", 1, 20)).start();
        List<ProjectionAdmin.Rebuild> ended = new CopyOnWriteArrayList<>();
        try (AutoCloseable _ = node.admin.onProgress(rebuild -> {
            if (rebuild.finishedAt() != null) {
                ended.add(rebuild);
            }
        })) {
            assertThat(node.admin.replayNext("ledger")).isTrue();
            Awaitility.await().until(() -> api.admin.rebuild("ledger") != null);
            assertThat(api.admin.replayNext("ledger")).isFalse();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ended.size() == 2);
        }
        assertThat(ended).extracting(ProjectionAdmin.Rebuild::phase).containsOnly("done");
        assertThat(node.registry.find("ledger").orElseThrow().rebuildRequested())
                .isFalse();
    }

    @Test
    void whenItHasFilledTheShadowThenItMakesTheIndexesThatTheLiveVersionHas() throws Exception {
        machinery.deposits(10, 2_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");
        List<String> indexes = indexes("ledger");
        Map<String, List<String>> seen = new ConcurrentHashMap<>();
        try (AutoCloseable _ = node.admin.onProgress(
                rebuild -> seen.computeIfAbsent(rebuild.phase(), _ -> indexes("ledger_shadow")))) {
            node.admin.replay("ledger");
            node.awaitRebuild("ledger");
        }

        assertThat(indexes).contains("booking_account");
        assertThat(seen.get("indexing")).containsExactly("booking_pkey", "entry_pkey");
        assertThat(seen.get("swapping")).isEqualTo(indexes);
        assertThat(indexes("ledger")).isEqualTo(indexes);
    }

    @Test
    void givenAPayloadThatDoesNotDecodeThenTheRebuildParksThatEventOnly() {
        machinery.deposit("good", 1);
        long poison = machinery.deposit("bad", 100);
        machinery.deposit("good", 10);
        Node node = machinery.node(Bookings.definition(1)).start().catchUp("bookings");
        machinery
                .jdbc
                .sql("update domainevententry set payload = 'not json' where globalindex = ?")
                .param(poison)
                .update();
        node.close();
        machinery.reopenStore();
        Node restarted = machinery.node(Bookings.definition(1)).start();
        restarted.admin.replay("bookings");

        assertThat(restarted.awaitRebuild("bookings").phase()).isEqualTo("done");
        assertThat(machinery.count("bookings.booking where account = 'good'")).isEqualTo(2);
        assertThat(restarted.admin.deadLetters("bookings", 10, 0))
                .singleElement()
                .extracting(ProjectionAdmin.Letter::position)
                .isEqualTo(poison);
    }

    @Test
    void whenOneIsRunningThenASecondIsRefused() {
        machinery.deposits(10, 1_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 20)).start();
        node.admin.replay("ledger");

        assertThatThrownBy(() -> node.admin.replay("ledger"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(node.awaitRebuild("ledger").phase()).isEqualTo("done");
    }

    @Test
    void whenItsNodeStopsHalfwayThenTheLiveVersionStaysAndTheNextStartDropsTheRest() {
        machinery.deposits(10, 20_000);
        Node node = machinery.node(Ledger.definition("ledger", 1, 500)).start().catchUp("ledger");
        node.admin.replay("ledger");
        Awaitility.await().until(() -> machinery.count("pm.token_entry where processor_name = 'ledger_shadow'") > 0);
        node.close();
        // As after a kill -9: nothing was tidied up.
        machinery.jdbc.sql("create schema if not exists ledger_shadow").update();
        machinery
                .jdbc
                .sql("update pm.projection set held = true, rebuild = jsonb_set(rebuild, '{phase}', '\"swapping\"')")
                .update();
        machinery
                .jdbc
                .sql(
                        "insert into pm.token_entry values ('ledger_shadow', 0, null, null, null, null) on conflict do nothing")
                .update();

        Node restarted = machinery.node(Ledger.definition("ledger", 1, 500)).start();
        machinery.deposit("late", 1);
        restarted.catchUp("ledger");

        assertThat(machinery.entries("ledger")).contains("late=1").hasSize(11);
        assertThat(schemas()).containsExactly("ledger");
        assertThat(machinery.count("pm.token_entry")).isEqualTo(1);
        assertThat(restarted.admin.rebuild("ledger").phase()).isEqualTo("failed");
        restarted.admin.replay("ledger");
        assertThat(restarted.awaitRebuild("ledger").phase()).isEqualTo("done");
    }

    @Test
    void givenAKillBetweenTheSwapAndItsTidyingThenTheNextStartFinishesIt() {
        machinery.deposits(10, 100);
        machinery
                .node(Ledger.definition("ledger", 1, 500))
                .start()
                .catchUp("ledger")
                .close();
        machinery.jdbc.sql("create schema ledger_old").update();
        machinery
                .jdbc
                .sql("update pm.projection set swapped = true, held = true")
                .update();

        machinery.deposit("late", 1);
        machinery.node(Ledger.definition("ledger", 1, 500)).start().catchUp("ledger");

        assertThat(schemas()).containsExactly("ledger");
        assertThat(machinery.entries("ledger")).contains("late=1");
    }

    @Test
    void whenTheTablesChangeThenTheReadModelIsRebuiltByItself() {
        machinery.deposits(10, 1_000);
        machinery
                .node(Ledger.definition("ledger", "machinery/ledger.sql"))
                .start()
                .catchUp("ledger")
                .close();

        Node node = machinery
                .node(Ledger.definition("ledger", "machinery/ledger_wider.sql"))
                .start();
        ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("ledger");

        assertThat(rebuild.error()).isNull();
        assertThat(rebuild.checksumBefore()).isNull();
        node.catchUp("ledger");
        assertThat(machinery.count("ledger.entry where note is null")).isEqualTo(10);
        assertThat(node.admin.get("ledger").state()).isEqualTo("running");
    }

    @Test
    void givenNewTablesThatCannotBeCreatedThenTheRebuildFailsAndTheOldOnesStay() {
        machinery.deposits(10, 100);
        machinery
                .node(Ledger.definition("ledger", "machinery/ledger.sql"))
                .start()
                .catchUp("ledger")
                .close();

        Node node = machinery
                .node(Ledger.definition("ledger", "machinery/broken.sql"))
                .start();
        ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("ledger");

        assertThat(rebuild.phase()).isEqualTo("failed");
        assertThat(rebuild.error()).contains("syntax error");
        assertThat(machinery.entries("ledger")).hasSize(10);
        assertThat(schemas()).containsExactly("ledger");
        assertThat(node.admin.get("ledger").state()).isEqualTo("failed");
    }

    @Test
    void givenLettersThenTheRebuildTriesThemAgainAndTakesOnlyItsOwnAlong() {
        Ledger.JAVA_FAILS.add("bad");
        Ledger.JAVA_FAILS.add("worse");
        machinery.deposit("bad", 1);
        machinery.deposit("worse", 1, 2);
        Node node = machinery.node(Ledger.definition("ledger", 1, 100)).start().catchUp("ledger");
        assertThat(node.admin.deadLetters("ledger", 10, 0)).hasSize(3);
        Ledger.JAVA_FAILS.remove("bad");

        node.admin.replay("ledger");
        node.awaitRebuild("ledger");

        assertThat(machinery.entries("ledger")).containsExactly("bad=1");
        assertThat(node.admin.deadLetters("ledger", 10, 0))
                .extracting(ProjectionAdmin.Letter::sequence)
                .containsExactly("account:worse", "account:worse");
        machinery.deposit("worse", 3);
        node.catchUp("ledger");
        assertThat(node.admin.deadLetters("ledger", 10, 0)).hasSize(3);
    }

    @Test
    void givenAPausedProjectionThenItIsRebuiltToWhereItStandsAndStaysPaused() {
        machinery.deposits(10, 100);
        Node node = machinery.node(Ledger.definition("ledger", 1, 30)).start().catchUp("ledger");
        node.admin.pause("ledger");
        machinery.deposits(10, 100);

        node.admin.replay("ledger");
        ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("ledger");

        assertThat(rebuild.error()).isNull();
        assertThat(rebuild.checksumAfter()).isEqualTo(rebuild.checksumBefore());
        assertThat(machinery.count("ledger.booking")).isEqualTo(100);
        assertThat(node.admin.get("ledger").state()).isEqualTo("paused");
        node.admin.resume("ledger");
        node.catchUp("ledger");
        assertThat(machinery.count("ledger.booking")).isEqualTo(200);
    }

    @Test
    void givenANodeThatOnlyAnswersThenItsReplayRunsOnAnother() {
        machinery.deposits(10, 100);
        machinery.node(Ledger.definition("ledger", 1, 30)).start().catchUp("ledger");
        Node api = machinery.node(false, Ledger.definition("ledger", 1, 30)).start();

        api.admin.replay("ledger");

        assertThat(api.awaitRebuild("ledger").phase()).isEqualTo("done");
    }

    private List<String> indexes(String schema) {
        return machinery
                .jdbc
                .sql("select indexname from pg_indexes where schemaname = ? order by indexname")
                .param(schema)
                .query(String.class)
                .list();
    }

    private List<String> schemas() {
        return machinery
                .jdbc
                .sql("select nspname from pg_namespace where nspname like 'ledger%' order by 1")
                .query(String.class)
                .list();
    }
}
