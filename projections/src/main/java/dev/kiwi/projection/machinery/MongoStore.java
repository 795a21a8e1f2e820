package dev.kiwi.projection.machinery;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Mongo collections of all versions, and the two notes that go with each version in {@code projection_checkpoint}: the
 * position up to which its documents are complete (one per segment), and the names of its collections.
 */
final class MongoStore {
    static final String CHECKPOINTS = "projection_checkpoint";

    private final MongoDatabase database;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    MongoStore(MongoDatabase database) {
        this.database = database;
    }

    void bulkWrite(Version version, String collection, List<WriteModel<Document>> writes) {
        register(version, collection);
        database.getCollection(collection + version.suffix()).bulkWrite(writes, new BulkWriteOptions().ordered(true));
    }

    /** Noted before the first write, so that a leftover of a killed rebuild can always be found. */
    private void register(Version version, String collection) {
        if (registered.contains(version.processor() + " " + collection)) {
            return;
        }
        checkpoints()
                .updateOne(
                        Filters.eq("_id", registryId(version)),
                        Updates.addToSet("collections", collection),
                        new UpdateOptions().upsert(true));
        registered.add(version.processor() + " " + collection);
    }

    void createRegistry(Version version, List<String> collections) {
        forgetRegistered(version);
        Document registry = new Document("_id", registryId(version)).append("collections", collections);
        checkpoints().replaceOne(Filters.eq("_id", registryId(version)), registry, new ReplaceOptions().upsert(true));
    }

    /** Null when the version has none: it was never created, or its swap is complete. */
    @Nullable
    List<String> collections(Version version) {
        Document registry =
                checkpoints().find(Filters.eq("_id", registryId(version))).first();
        return registry == null ? null : registry.getList("collections", String.class, List.of());
    }

    void deleteNotes(Version version) {
        forgetRegistered(version);
        checkpoints().deleteMany(Filters.eq("projection", version.processor()));
        checkpoints().deleteOne(Filters.eq("_id", registryId(version)));
    }

    void checkpoint(Version version, int segment, long position) {
        String id = segment == 0 ? version.processor() : version.processor() + "/" + segment;
        Document checkpoint = new Document("_id", id)
                .append("projection", version.processor())
                .append("segment", segment)
                .append("position", position);
        checkpoints().replaceOne(Filters.eq("_id", id), checkpoint, new ReplaceOptions().upsert(true));
    }

    /** Position per segment; a segment that is missing has nothing. */
    Map<Integer, Long> checkpoints(Version version) {
        Map<Integer, Long> positions = new TreeMap<>();
        for (Document each : checkpoints().find(Filters.eq("projection", version.processor()))) {
            positions.put(each.getInteger("segment"), each.getLong("position"));
        }
        return positions;
    }

    boolean exists(String collection) {
        return database.listCollectionNames().into(new ArrayList<>()).contains(collection);
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    com.mongodb.MongoNamespace namespace(String collection) {
        return new com.mongodb.MongoNamespace(database.getName(), collection);
    }

    private void forgetRegistered(Version version) {
        registered.removeIf(each -> each.startsWith(version.processor() + " "));
    }

    private static String registryId(Version version) {
        return version.processor() + "/collections";
    }

    private MongoCollection<Document> checkpoints() {
        return database.getCollection(CHECKPOINTS);
    }
}
