package dev.kiwi.projection.machinery;

import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The Mongo writes of one batch, in order; sent as one ordered bulk per collection. */
final class MongoBatch {
    private final MongoStore store;
    private final Version version;
    private final List<Write> writes = new ArrayList<>();

    MongoBatch(MongoStore store, Version version) {
        this.store = store;
        this.version = version;
    }

    void add(String collection, WriteModel<Document> write) {
        writes.add(new Write(collection, write));
    }

    int size() {
        return writes.size();
    }

    /** Forgets what a failed handler has added. */
    void truncate(int size) {
        writes.subList(Math.min(size, writes.size()), writes.size()).clear();
    }

    void flush() {
        if (writes.isEmpty()) {
            return;
        }
        Map<String, List<WriteModel<Document>>> bulks = new LinkedHashMap<>();
        for (Write write : writes) {
            bulks.computeIfAbsent(write.collection(), _ -> new ArrayList<>()).add(write.model());
        }
        bulks.forEach((collection, models) -> store.bulkWrite(version, collection, models));
        writes.clear();
    }

    private record Write(String collection, WriteModel<Document> model) {}
}
