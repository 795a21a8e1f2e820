package dev.kiwi.command.mail;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeyTable;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail context on a real database, with what it asks of others known to the test. */
final class PostOffice {
    static final String ACCOUNT = "5f0000000000000000000001";
    static final String ADDRESS = "ada@kiwi.example";

    private static final TestStores.Database SHARED = migrated();

    final TestStores.Database database;
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    final SubjectKeys keys;
    final MailTables tables;
    final Outbox outbox;
    final BouncedAccounts bounced;
    final OutboxDesk desk;
    final Map<String, String> addresses = new ConcurrentHashMap<>(Map.of(ACCOUNT, ADDRESS));
    final List<String> reported = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger wakes = new AtomicInteger();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Empty, on the one database of all tests. */
    PostOffice() {
        this(SHARED);
        sql().sql("truncate mail.message, mail.bounced, es.subject_key").update();
    }

    private static TestStores.Database migrated() {
        TestStores.Database fresh = TestStores.freshDatabase();
        EventStoreConfiguration.flyway(fresh.dataSource()).migrate();
        return fresh;
    }

    PostOffice(TestStores.Database database) {
        this.database = database;
        keys = new SubjectKeys(
                new SubjectKeyTable(database.dataSource()), new DerivedKeys("a secret that only tests know"), clock);
        tables = new MailTables(database.dataSource());
        MailCipher cipher = new MailCipher(new SubjectCipher(keys));
        outbox = new Outbox(tables, cipher, clock);
        bounced = new BouncedAccounts(tables);
        desk = new OutboxDesk(tables, cipher, wakes::incrementAndGet, Duration.ofDays(30), clock);
    }

    static MailSettings settings(MailSettings.@Nullable Server server) {
        return new MailSettings(
                server,
                "no-reply@mail.kiwi.example",
                "Kiwi",
                true,
                Duration.ofSeconds(10),
                5,
                Duration.ofSeconds(60),
                Duration.ofDays(30),
                new MailSettings.Site("Kiwi API", "https://dev.example", "https://docs.example", 48, 1));
    }

    static MailSettings.Server plain(int port) {
        return new MailSettings.Server("127.0.0.1", port, null, null, MailSettings.Security.NONE);
    }

    static MailSettings withoutNotices(MailSettings settings) {
        return new MailSettings(
                settings.server(),
                settings.from(),
                settings.fromName(),
                false,
                settings.poll(),
                settings.maxAttempts(),
                settings.retryBase(),
                settings.retention(),
                settings.site());
    }

    OutboxRound round(Courier courier) {
        return new OutboxRound(
                outbox,
                bounced,
                courier,
                (account, _) -> Optional.ofNullable(addresses.get(account)),
                (account, address) -> reported.add(account + " " + address),
                settings(plain(25)),
                meters);
    }

    /** @param recipient null for the account's own address */
    void queue(String eventId, @Nullable String recipient) {
        outbox.queue(
                new Cause(eventId, 7),
                ACCOUNT,
                recipient,
                MailKind.VERIFY_EMAIL,
                new LaidOut("Confirm", "the link of " + eventId, "<p>the link of " + eventId + "</p>"));
    }

    JdbcClient sql() {
        return tables.sql();
    }

    OutboxItem only() {
        List<OutboxItem> all = desk.list(null, null, 10);
        if (all.size() != 1) {
            throw new AssertionError("Not one message but " + all);
        }
        return all.getFirst();
    }
}
