package dev.kiwi.projection.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mongo takes no part in the transaction: guarded writes, a checkpoint, and a rewind make up for it. */
class MongoProjectionTest {
    private final Machinery machinery = new Machinery();

    @AfterEach
    void close() {
        machinery.close();
    }

    @Test
    void whenEveryBatchIsDeliveredTwiceThenNothingChanges() {
        machinery.deposits(10, 500);
        Node node = machinery.node(MongoLedger.definition("mongo_ledger")).start();
        machinery.transactionManager.failures.set(2);
        node.catchUp("mongo_ledger");
        Map<String, Long> once = totals();
        node.close();
        machinery
                .jdbc
                .sql("update pm.token_entry set token = null, token_type = null")
                .update();

        machinery.node(MongoLedger.definition("mongo_ledger")).start().catchUp("mongo_ledger");

        assertThat(totals()).isEqualTo(once).hasSize(10).containsEntry("a0", 50L);
    }

    @Test
    void givenAStoreThatLostItsLastWritesThenTheProjectionGoesBackToItsCheckpoint() {
        machinery.deposits(10, 100);
        machinery
                .node(MongoLedger.definition("mongo_ledger"))
                .start()
                .catchUp("mongo_ledger")
                .close();
        List<Document> documents = documents();
        List<Document> notes =
                machinery.mongo.getCollection("projection_checkpoint").find().into(new java.util.ArrayList<>());
        machinery.deposits(10, 100);
        machinery
                .node(MongoLedger.definition("mongo_ledger"))
                .start()
                .catchUp("mongo_ledger")
                .close();
        assertThat(totals()).containsEntry("a0", 20L);
        restore("mongo_ledger", documents);
        restore("projection_checkpoint", notes);

        machinery.node(MongoLedger.definition("mongo_ledger")).start().catchUp("mongo_ledger");

        assertThat(totals())
                .hasSize(10)
                .allSatisfy((_, total) -> assertThat(total).isEqualTo(20));
    }

    @Test
    void givenAWriteThatTheServerRefusesThenItsEventIsParkedAndTheOthersOfTheBatchGoOn() {
        machinery.deposit("good", 1);
        machinery.deposit("bad", -1);
        machinery.deposit("good", 2);
        Node node =
                machinery.node(MongoLedger.definition("mongo_ledger")).start().catchUp("mongo_ledger");

        assertThat(totals()).containsEntry("good", 3L);
        assertThat(node.admin.deadLetters("mongo_ledger", 10, 0))
                .extracting(ProjectionAdmin.Letter::sequence)
                .containsExactly("account:bad");
    }

    @Test
    void whenItIsRebuiltThenTheCollectionsAreSwappedAndEqual() {
        machinery.deposits(10, 500);
        Node node =
                machinery.node(MongoLedger.definition("mongo_ledger")).start().catchUp("mongo_ledger");

        node.admin.replay("mongo_ledger");
        ProjectionAdmin.Rebuild rebuild = node.awaitRebuild("mongo_ledger");

        assertThat(rebuild.error()).isNull();
        assertThat(rebuild.checksumAfter()).startsWith("mongo_ledger=10:").isEqualTo(rebuild.checksumBefore());
        assertThat(machinery.mongo.listCollectionNames().into(new java.util.ArrayList<>()))
                .containsExactlyInAnyOrder("mongo_ledger", "projection_checkpoint");
        machinery.deposits(10, 10);
        node.catchUp("mongo_ledger");
        assertThat(totals()).containsEntry("a0", 51L);
        assertThat(node.stores.mongo().checkpoints(Version.live(MongoLedger.definition("mongo_ledger"))))
                .containsEntry(0, machinery.head());
    }

    @Test
    void givenAKillBetweenTheSwapAndItsRenamesThenTheNextStartRenames() {
        machinery.deposits(1, 5);
        machinery
                .node(MongoLedger.definition("mongo_ledger"))
                .start()
                .catchUp("mongo_ledger")
                .close();
        machinery
                .mongo
                .getCollection("mongo_ledger_shadow")
                .insertOne(new Document("_id", "a0").append("total", 77L).append("position", machinery.head()));
        var notes = machinery.mongo.getCollection("projection_checkpoint");
        notes.insertOne(
                new Document("_id", "mongo_ledger_shadow/collections").append("collections", List.of("mongo_ledger")));
        notes.insertOne(new Document("_id", "mongo_ledger_shadow")
                .append("projection", "mongo_ledger_shadow")
                .append("segment", 0)
                .append("position", machinery.head()));
        machinery
                .jdbc
                .sql("update pm.projection set swapped = true, held = true")
                .update();

        Node node =
                machinery.node(MongoLedger.definition("mongo_ledger")).start().catchUp("mongo_ledger");

        assertThat(totals()).containsExactlyEntriesOf(Map.of("a0", 77L));
        assertThat(node.admin.get("mongo_ledger").state()).isEqualTo("running");
    }

    private void restore(String collection, List<Document> documents) {
        machinery.mongo.getCollection(collection).deleteMany(new Document());
        machinery.mongo.getCollection(collection).insertMany(documents);
    }

    private List<Document> documents() {
        return machinery.mongo.getCollection("mongo_ledger").find().into(new java.util.ArrayList<>());
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        documents().forEach(each -> totals.put(each.getString("_id"), each.getLong("total")));
        return totals;
    }
}
