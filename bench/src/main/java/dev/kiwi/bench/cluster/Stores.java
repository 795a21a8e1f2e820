package dev.kiwi.bench.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three stores, each in a process of its own. */
record Stores(StoreProcess postgres, StoreProcess redis, StoreProcess mongo) implements AutoCloseable {
    static Stores start(Path parent) throws IOException {
        return new Stores(
                StoreProcess.start("postgres", parent),
                StoreProcess.start("redis", parent),
                StoreProcess.start("mongo", parent));
    }

    List<StoreProcess> all() {
        return List.of(postgres, redis, mongo);
    }

    /** For every node of one cluster. */
    Map<String, String> environment(Path blobs) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (StoreProcess store : all()) {
            variables.putAll(store.environment());
        }
        variables.put("BLOB_DIR", blobs.toString());
        variables.put("SECRET_KEY", "a secret that only this throw-away cluster knows");
        variables.put("KIWI_OPERATOR_SECRET", "an operator of a throw-away cluster");
        return variables;
    }

    @Override
    public void close() throws InterruptedException {
        for (StoreProcess store : all().reversed()) {
            store.close();
        }
    }
}
