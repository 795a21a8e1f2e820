package dev.kiwi.command.eventstore.chain;

import dev.kiwi.command.crypto.DerivedKeys;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals the head of the chain every second in which it moved, and once more at stop. */
public final class ChainSealer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChainSealer.class);

    private final JdbcClient jdbc;
    private final SealFile file;
    private final SecretKey key;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("chain-sealer").daemon().factory());
    private long sealed = -1;

    private record ChainHead(long position, byte[] chain) {}

    public ChainSealer(DataSource dataSource, SealFile file, DerivedKeys keys, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.file = file;
        this.key = keys.chainSeals();
        this.clock = clock;
    }

    /** Begins to seal in the background. */
    public void start(Duration every) {
        timer.scheduleWithFixedDelay(this::trySeal, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Seals the head now, unless it has not moved since the last seal. */
    public synchronized void seal() throws IOException {
        Optional<ChainHead> head = head();
        if (head.isPresent() && head.get().position() > sealed) {
            Seal seal = Seal.sign(head.get().position(), head.get().chain(), clock.instant(), key);
            file.append(seal);
            // Another node may have sealed the same position already.
            jdbc.sql("insert into es.seal (position, chain, sealed_at, mac) values (?, ?, ?, ?) on conflict do nothing")
                    .params(seal.position(), seal.chain(), Timestamp.from(seal.time()), seal.mac())
                    .update();
            sealed = seal.position();
        }
    }

    private Optional<ChainHead> head() {
        return jdbc.sql("select global_index, chain from es.event order by global_index desc limit 1")
                .query((result, row) -> new ChainHead(result.getLong(1), result.getBytes(2)))
                .optional();
    }

    private void trySeal() {
        try {
            seal();
        } catch (IOException | DataAccessException e) {
            LOG.warn("The chain could not be sealed; trying again: {}", e.getMessage());
        }
    }

    /** Seals the end of the chain, then stops. */
    @Override
    public void close() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("A seal is still being written");
        }
        trySeal();
    }
}
