package dev.kiwi.projection.machinery;

import com.mongodb.client.MongoDatabase;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a processor reads and writes: everything Postgres goes through the connection of one Spring transaction. */
record Stores(
        DataSource dataSource,
        JdbcClient jdbc,
        TransactionTemplate transaction,
        TransactionManager transactions,
        TokenStore tokenStore,
        Tokens tokens,
        Letters letters,
        LetterQueues queues,
        MongoStore mongo,
        WakingSource source)
        implements AutoCloseable {

    static Stores of(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            MongoDatabase mongo,
            Serializer events,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionSettings settings) {
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
        TransactionManager transactions = new SpringTransactionManager(transactionManager);
        Serializer tokenSerializer = new TokenSerializer();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return new Stores(
                dataSource,
                jdbc,
                new TransactionTemplate(transactionManager),
                transactions,
                tokenStore(connections, tokenSerializer, settings),
                new Tokens(jdbc, tokenSerializer),
                new Letters(jdbc, tokenSerializer, events),
                new LetterQueues(connections, transactions, tokenSerializer, events),
                new MongoStore(mongo),
                new WakingSource(source));
    }

    private static TokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, ProjectionSettings settings) {
        return new FencedTokenStore(JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(String.class)
                .schema(TokenSchema.builder()
                        .setTokenTable("pm.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("claimed_at")
                        .setOwnerColumn("owner")
                        .build())
                .nodeId(settings.nodeId())
                .claimTimeout(settings.claimTimeout()));
    }

    /** Position of the newest event; -1 for none. */
    long head() {
        return position(source.createHeadToken());
    }

    /** Position before the oldest event. */
    long tail() {
        return position(source.createTailToken());
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? Tokens.NONE : token.position().orElse(Tokens.NONE);
    }

    @Override
    public void close() {
        source.close();
    }
}
