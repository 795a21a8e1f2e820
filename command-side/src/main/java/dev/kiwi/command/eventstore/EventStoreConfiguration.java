package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.Migrations;
import dev.kiwi.command.blob.BlobCensus;
import dev.kiwi.command.blob.BlobJanitor;
import dev.kiwi.command.blob.BlobSweep;
import dev.kiwi.command.blob.ZstdBlobStore;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.claim.JdbcClaims;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeyTable;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.eventstore.chain.ChainSealer;
import dev.kiwi.command.eventstore.chain.ChainVerifier;
import dev.kiwi.command.eventstore.chain.SealFile;
import dev.kiwi.command.schedule.ScheduledJob;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/**
 * The event store and what belongs to it. Needs beans {@link DataSource}, {@link Clock}, {@link EventStoreProperties}
 * and {@link EventRegistry}; takes every {@link EventUpcaster} bean, in order.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {
    /** For processors that keep up; one that does not reads the database, as a rebuild does. */
    private static final int CACHED_EVENTS = 1_000;

    @Bean
    Migrations eventStoreSchema(DataSource dataSource) {
        Migrations migrations = new Migrations("es", "flyway_history", "db/eventstore");
        migrations.applyWith(dataSource, () -> flyway(dataSource).migrate());
        return migrations;
    }

    /** The migrations of schema {@code es}; also for tools that run without Spring. */
    public static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("es")
                .defaultSchema("es")
                .table("flyway_history")
                .locations("classpath:db/eventstore")
                .load();
    }

    @Bean
    DerivedKeys derivedKeys(EventStoreProperties properties) {
        return new DerivedKeys(properties.secretKey());
    }

    @Bean
    @DependsOn("eventStoreSchema")
    SubjectKeys subjectKeys(DataSource dataSource, DerivedKeys keys, Clock clock) {
        return new SubjectKeys(new SubjectKeyTable(dataSource), keys, clock);
    }

    @Bean
    EventSerializer eventSerializer(EventRegistry registry, SubjectKeys keys, Clock clock) {
        return new EventSerializer(registry, new SubjectCipher(keys), clock);
    }

    // After the sealer, so that it is closed before it: the last seal covers the last event.
    @Bean(destroyMethod = "close")
    @DependsOn({"eventStoreSchema", "chainSealer"})
    GroupCommitEngine eventStorageEngine(
            DataSource dataSource,
            EventSerializer serializer,
            ObjectProvider<EventUpcaster> upcasters,
            Clock clock,
            EventStoreProperties properties) {
        ClockSkew.check(dataSource, clock);
        EventUpcaster chain = new EventUpcasterChain(upcasters.orderedStream().toList());
        return new GroupCommitEngine(dataSource, serializer, chain, clock, properties);
    }

    @Bean(destroyMethod = "shutDown")
    WokenEventStore eventStore(GroupCommitEngine engine, EventStoreProperties properties) {
        return new WokenEventStore(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .cachedEvents(CACHED_EVENTS)
                .fetchDelay(properties.fetchDelay().toMillis())
                .timeUnit(TimeUnit.MILLISECONDS));
    }

    @Bean(destroyMethod = "close")
    EventArrivals eventArrivals(DataSource dataSource, GroupCommitEngine engine, WokenEventStore store) {
        return new EventArrivals(dataSource, backend -> {
            engine.heard(backend);
            store.wake();
        });
    }

    @Bean
    EventStoreMetrics eventStoreMetrics(GroupCommitEngine engine, EventArrivals arrivals) {
        return new EventStoreMetrics(engine, arrivals);
    }

    @Bean
    EventStoreState eventStoreState(GroupCommitEngine engine, EventArrivals arrivals) {
        return new EventStoreState(engine, arrivals);
    }

    @Bean
    Claims claims(DataSource dataSource, GroupCommitEngine engine) {
        return new JdbcClaims(dataSource, engine::appendAtCommit);
    }

    @Bean
    ZstdBlobStore blobStore(EventStoreProperties properties) throws IOException {
        return new ZstdBlobStore(properties.blobDirectory());
    }

    @Bean
    BlobCensus blobCensus(ZstdBlobStore store) {
        return new BlobCensus(store);
    }

    @Bean
    @DependsOn("eventStoreSchema")
    BlobSweep blobSweep(ZstdBlobStore store, DataSource dataSource, Clock clock) {
        return new BlobSweep(new BlobJanitor(store, clock), dataSource);
    }

    @Bean
    ScheduledJob blobSweepJob(BlobSweep sweep) {
        return new ScheduledJob(
                "blob-sweep", Duration.ofDays(1), () -> sweep.sweep().size() + " blobs that no event names deleted");
    }

    @Bean(destroyMethod = "close")
    @DependsOn("eventStoreSchema")
    ChainSealer chainSealer(DataSource dataSource, EventStoreProperties properties, DerivedKeys keys, Clock clock) {
        ChainSealer sealer = new ChainSealer(dataSource, new SealFile(properties.sealFile()), keys, clock);
        sealer.start(Duration.ofSeconds(1));
        return sealer;
    }

    @Bean
    ChainVerifier chainVerifier(DataSource dataSource, EventStoreProperties properties, DerivedKeys keys) {
        return new ChainVerifier(dataSource, keys, new SealFile(properties.sealFile()));
    }
}
