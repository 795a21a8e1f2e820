package dev.kiwi.projection.machinery;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/** Adds up deposits in documents, each guarded by the position that it has applied. */
final class MongoLedger {
    private final ReadModel readModel;

    MongoLedger(ReadModel readModel) {
        this.readModel = readModel;
    }

    static ProjectionDefinition definition(String name) {
        return new ProjectionDefinition(name, ProjectionDefinition.Storage.MONGO, "", 1, 100, MongoLedger::new);
    }

    @EventHandler
    void on(Deposited event, TrackingToken token) {
        long position = token.position().orElseThrow();
        readModel.write(
                "mongo_ledger",
                new UpdateOneModel<Document>(
                        Filters.eq("_id", event.account()),
                        Updates.setOnInsert(new Document("total", 0L).append("position", -1L)),
                        new UpdateOptions().upsert(true)));
        readModel.write(
                "mongo_ledger",
                new UpdateOneModel<Document>(
                        Filters.and(Filters.eq("_id", event.account()), Filters.lt("position", position)),
                        Updates.combine(Updates.inc("total", event.amount()), Updates.set("position", position))));
        if (event.amount() < 0) {
            // Refused by the server: an _id may not change.
            readModel.write(
                    "mongo_ledger",
                    new ReplaceOneModel<>(
                            Filters.eq("_id", event.account()), new Document("_id", "another"), new ReplaceOptions()));
        }
    }
}
