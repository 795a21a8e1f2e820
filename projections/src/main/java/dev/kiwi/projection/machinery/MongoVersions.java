package dev.kiwi.projection.machinery;

import com.mongodb.client.model.RenameCollectionOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A shadow's collections carry a suffix; a swap renames them over the live ones, one after the other. */
final class MongoVersions implements VersionStore {
    private final MongoStore mongo;

    MongoVersions(MongoStore mongo) {
        this.mongo = mongo;
    }

    @Override
    public void createEmpty(Version version) {
        drop(version);
        mongo.createRegistry(version, List.of());
    }

    @Override
    public void drop(Version version) {
        for (String collection : collections(version)) {
            mongo.collection(collection + version.suffix()).drop();
        }
        mongo.deleteNotes(version);
    }

    private List<String> collections(Version version) {
        @Nullable List<String> collections = mongo.collections(version);
        return collections == null ? List.of() : collections;
    }

    @Override
    public void completeShadow(Version shadow) {
        // Its projectors read by their indexes.
    }

    @Override
    public String checksum(Version version) {
        return collections(version).stream()
                .sorted()
                .map(collection -> collection + "=" + checksum(collection + version.suffix()))
                .collect(Collectors.joining(" "));
    }

    private String checksum(String collection) {
        long count = 0;
        long low = 0;
        long high = 0;
        for (Document document : mongo.collection(collection).find()) {
            ByteBuffer hash = ByteBuffer.wrap(sha256(document.toJson()));
            count++;
            low += hash.getLong();
            high += hash.getLong();
        }
        return "%d:%016x%016x".formatted(count, low, high);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void swap(ProjectionDefinition definition) {
        // Mongo has no part in the transaction: completeSwap follows it, after a crash as well.
    }

    @Override
    public void completeSwap(ProjectionDefinition definition) {
        Version live = Version.live(definition);
        Version shadow = Version.shadow(definition);
        @Nullable List<String> rebuilt = mongo.collections(shadow);
        if (rebuilt == null) {
            return;
        }
        for (String collection : rebuilt) {
            renameOver(collection + shadow.suffix(), collection);
        }
        collections(live).stream()
                .filter(collection -> !rebuilt.contains(collection))
                .forEach(collection -> mongo.collection(collection).drop());
        mongo.createRegistry(live, rebuilt);
        mongo.checkpoints(shadow).forEach((segment, position) -> mongo.checkpoint(live, segment, position));
        // Last: without the shadow's notes a repeated call finds nothing to do.
        mongo.deleteNotes(shadow);
    }

    private void renameOver(String from, String to) {
        if (mongo.exists(from)) {
            mongo.collection(from)
                    .renameCollection(mongo.namespace(to), new RenameCollectionOptions().dropTarget(true));
        }
    }

    @Override
    public void dropReplaced(ProjectionDefinition definition) {
        // Renaming has dropped the replaced collections.
    }
}
