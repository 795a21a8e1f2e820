package dev.kiwi.command.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.eventstore.ChainFixture;
import dev.kiwi.command.eventstore.chain.ChainReport.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever touches the store is named with the position that was touched. */
class ChainVerifierTest {
    private static final DerivedKeys KEYS = new DerivedKeys("a secret that only tests know");
    private static ChainFixture store;

    @TempDir
    Path directory;

    private SealFile file;
    private ChainSealer sealer;

    @BeforeAll
    static void open() {
        store = new ChainFixture();
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @BeforeEach
    void tenEvents() throws Exception {
        store.empty();
        for (int i = 1; i <= 10; i++) {
            store.append("locker:" + i);
        }
        file = new SealFile(directory.resolve("seals.log"));
        sealer = new ChainSealer(store.dataSource(), file, KEYS, Clock.systemUTC());
        sealer.seal();
    }

    @Test
    void anUntouchedStoreIsClean() throws Exception {
        AtomicLong progress = new AtomicLong();
        ChainReport report = verifier().verify(progress::set);
        assertThat(report.isClean()).isTrue();
        assertThat(report.checked()).isEqualTo(10);
        assertThat(report.seals()).isPositive();
        assertThat(progress).hasValue(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_identifier = overlay(event_identifier placing 'x' from 3 for 1)",
                "aggregate_identifier = aggregate_identifier || 'x'",
                "sequence_number = sequence_number + 1",
                "type = 'locker'",
                "time_stamp = time_stamp + interval '1 microsecond'",
                "payload_type = 'locker.LockerRenteD'",
                "payload_revision = '3'",
                "payload = set_byte(payload, 5, get_byte(payload, 5) # 1)",
                "meta_data = set_byte(meta_data, 1, get_byte(meta_data, 1) # 1)",
                "chain = set_byte(chain, 5, get_byte(chain, 5) # 1)"
            })
    void aByteThatIsFlippedInAnyColumnIsFound(String change) throws Exception {
        tamper("update es.event set " + change + " where global_index = 4");
        assertBroken(4, Kind.CHANGED);
    }

    @Test
    void anotherPositionIsFound() throws Exception {
        tamper("update es.event set global_index = 400 where global_index = 4");
        assertBroken(4, Kind.ORDER);
    }

    @Test
    void aDeletedEventIsFound() throws Exception {
        tamper("delete from es.event where global_index = 4");
        assertBroken(4, Kind.MISSING);
    }

    @Test
    void theFirstEventCannotBeDeletedEither() throws Exception {
        tamper("delete from es.event where global_index = 1");
        assertBroken(1, Kind.MISSING);
    }

    @Test
    void twoSwappedEventsAreFound() throws Exception {
        tamper("update es.event set global_index = -4 where global_index = 4");
        tamper("update es.event set global_index = 4 where global_index = 7");
        tamper("update es.event set global_index = 7 where global_index = -4");
        assertBroken(4, Kind.ORDER);
    }

    @Test
    void aTruncatedEndIsFoundByTheSealInTheDatabase() throws Exception {
        tamper("delete from es.event where global_index > 8");
        assertBroken(9, Kind.TRUNCATED);
    }

    @Test
    void aTruncatedEndIsFoundByTheSealFileWhenTheTableOfSealsIsGoneToo() throws Exception {
        tamper("delete from es.event where global_index > 8");
        tamper("delete from es.seal");
        assertBroken(9, Kind.TRUNCATED);
    }

    @Test
    void anEmptiedStoreIsFound() throws Exception {
        tamper("delete from es.event");
        assertBroken(1, Kind.TRUNCATED);
    }

    @Test
    void aRewrittenChainIsFoundByItsSeal() throws Exception {
        rewriteFrom(4);
        assertBroken(10, Kind.REWRITTEN);
    }

    @Test
    void aSealWithoutOurSignatureIsFound() throws Exception {
        tamper("update es.seal set mac = set_byte(mac, 1, get_byte(mac, 1) # 1)");
        assertBroken(10, Kind.FORGED_SEAL);
    }

    @Test
    void aTruncationThatIsHiddenByAForgedSealIsFound() throws Exception {
        tamper("delete from es.event where global_index > 8");
        tamper("update es.seal set position = 8, chain = (select chain from es.event where global_index = 8)");
        assertBroken(9, Kind.TRUNCATED);
    }

    @Test
    void theEndIsSealedAtTheStop() throws Exception {
        store.append("locker:11");
        sealer.close();
        tamper("delete from es.event where global_index = 11");
        assertBroken(11, Kind.TRUNCATED);
    }

    @Test
    void aLineThatACrashCutOffInTheSealFileIsPassedOver() throws Exception {
        Files.writeString(directory.resolve("seals.log"), "12 ab", StandardOpenOption.APPEND);
        assertThat(verifier().verify(checked -> {}).isClean()).isTrue();
    }

    /** What an attacker does who knows how the chain is made, but not the secret. */
    private void rewriteFrom(long position) throws Exception {
        tamper("update es.event set payload = convert_to('{}', 'UTF8') where global_index = " + position);
        DataSource dataSource = store.dataSource();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            byte[] previous = HashChain.genesis();
            try (EventRows rows = new EventRows(connection, 1)) {
                while (rows.next()) {
                    ChainedEvent event = rows.event();
                    previous = HashChain.link(previous, event);
                    try (var update =
                            connection.prepareStatement("update es.event set chain = ? where global_index = ?")) {
                        update.setBytes(1, previous);
                        update.setLong(2, event.position());
                        update.execute();
                    }
                }
            }
            connection.commit();
        }
    }

    private void tamper(String sql) {
        assertThat(JdbcClient.create(store.dataSource()).sql(sql).update())
                .as("rows touched")
                .isPositive();
    }

    /** As the command line does it: a data source, the secret, the seal file. */
    private ChainVerifier verifier() {
        return new ChainVerifier(store.dataSource(), KEYS, file);
    }

    private void assertBroken(long position, Kind kind) throws Exception {
        ChainReport report = verifier().verify(checked -> {});
        assertThat(report.broken()).isNotNull();
        assertThat(report.broken().position()).isEqualTo(position);
        assertThat(report.broken().kind()).isEqualTo(kind);
        assertThat(report.checked()).isLessThanOrEqualTo(position);
    }
}
