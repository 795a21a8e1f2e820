package dev.kiwi.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** One Mongo-wire server in this JVM, on a file, loopback only. It knows no passwords. */
public final class MongoStore implements AutoCloseable {
    private final MVStore file;
    private final MongoServer server;

    private MongoStore(MVStore file, MongoServer server) {
        this.file = file;
        this.server = server;
    }

    /** Opens the file (H2's lock on it dies with its process) and listens. */
    public static MongoStore start(StoreSettings settings) {
        try {
            Path directory = Folders.privately(settings.data().resolve("mongo"));
            MVStore file = new MVStore.Builder()
                    .fileName(directory.resolve("store.mv").toString())
                    .autoCommitDisabled()
                    .open();
            MongoServer server = new MongoServer(new CommittingBackend(file));
            server.bind(new InetSocketAddress("127.0.0.1", settings.mongoPort()));
            return new MongoStore(file, server);
        } catch (IOException e) {
            throw new StoreException("Cannot start the embedded Mongo server in " + settings.data(), e);
        }
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** The text of {@code MONGO_URI}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (!file.isClosed()) {
            file.close();
        }
    }
}
