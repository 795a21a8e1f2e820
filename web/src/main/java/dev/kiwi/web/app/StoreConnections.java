package dev.kiwi.web.app;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** One connection pool per store. Declared here because Axon's and Boot's own fall back silently (reliability notes 2.1). */
@Configuration(proxyBeanMethods = false)
class StoreConnections {
    /** A store that is gone is reported within this time, not at a client's time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A server that is gone without a word would else be waited for until the system gives the connection up, in hours. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    @Bean
    DataSource dataSource(Stores stores, Settings settings) {
        PostgresAddress address = stores.postgres();
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMinimumIdle(settings.number("POSTGRES_POOL_MIN"));
        config.setMaximumPoolSize(settings.number("POSTGRES_POOL_MAX"));
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_STATEMENT.toSeconds()));
        // What a failure's text tells goes to logs and letters, and a detail tells the values of the row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "kiwi");
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(Stores stores) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(stores.mongoUri()))
                .applicationName("kiwi")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, Settings settings) {
        return client.getDatabase(settings.text("MONGO_DB"));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
