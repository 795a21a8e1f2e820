package dev.kiwi.embedded;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;

/** The program of a child JVM: starts stores, writes one thing into each lasting one, reports, waits to be killed. */
final class HeldStores {
    private HeldStores() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        EmbeddedStores stores = EmbeddedStores.start(
                new StoreSettings(data, Path.of(arguments[1]), 0, 0, 0, 64, true), EmbeddedStores.Wanted.ALL);
        try (var connection = stores.postgres().dataSource("kiwi").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note AS SELECT 'kept' AS text");
        }
        try (var client = MongoClients.create(stores.mongo().uri())) {
            client.getDatabase("kiwi").getCollection("note").insertOne(new Document("text", "kept"));
        }
        System.out.println("written");
        Thread.sleep(Long.MAX_VALUE);
    }
}
