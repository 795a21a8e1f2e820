package dev.kiwi.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * Writes to the file before a command is answered. The library leaves that to a timer of one second: a
 * {@code kill -9} would lose writes that a projector has already counted as applied.
 */
final class CommittingBackend extends H2Backend {
    CommittingBackend(MVStore file) {
        super(file);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return committed(super.handleCommand(channel, database, command, query));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return committed(super.handleMessage(message));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return committed(super.handleQuery(query));
    }

    private <T> T committed(T answer) {
        if (getMvStore().hasUnsavedChanges()) {
            getMvStore().commit();
        }
        return answer;
    }
}
