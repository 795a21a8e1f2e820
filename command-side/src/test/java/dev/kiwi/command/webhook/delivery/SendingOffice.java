package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeyTable;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.EventStoreConfiguration;
import dev.kiwi.command.webhook.WebhookSecrets;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.TestStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries on a real database, with what they ask of others known to the test. */
final class SendingOffice {
    static final String ACCOUNT = "5f0000000000000000000001";
    static final String OTHER_ACCOUNT = "5f0000000000000000000002";
    static final String HOOK = "5f00000000000000000000a1";
    static final String OTHER_HOOK = "5f00000000000000000000a2";

    private static final TestStores.Database DATABASE = migrated();

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    final SubjectKeys keys;
    final DeliveryTables tables = new DeliveryTables(DATABASE.dataSource());
    final DeliveryCipher cipher;
    final Outbox outbox;
    final Endings endings;
    final DeliveryLog log;
    final EndpointLog endpoints;
    final DeliveryDesk desk;
    final WebhookSecrets secrets = new WebhookSecrets(new DerivedKeys("a secret that only tests know"));
    final Map<String, WebhookView> webhooks = new ConcurrentHashMap<>();
    final List<DisableWebhook> disabled = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger wakes = new AtomicInteger();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int sequence;

    SendingOffice() {
        tables.sql()
                .sql("truncate webhook_outbox.endpoint, webhook_outbox.delivery, webhook_outbox.attempt,"
                        + " webhook_outbox.asked, es.subject_key")
                .update();
        keys = new SubjectKeys(
                new SubjectKeyTable(DATABASE.dataSource()), new DerivedKeys("a secret that only tests know"), clock);
        cipher = new DeliveryCipher(new SubjectCipher(keys));
        outbox = new Outbox(tables, cipher, clock);
        endings = new Endings(tables, clock);
        log = new DeliveryLog(tables, cipher);
        endpoints = new EndpointLog(tables);
        desk = new DeliveryDesk(tables, outbox, log, wakes::incrementAndGet, clock);
        subscribe(HOOK, ACCOUNT);
        subscribe(OTHER_HOOK, OTHER_ACCOUNT);
    }

    private static TestStores.Database migrated() {
        TestStores.Database fresh = TestStores.freshDatabase();
        EventStoreConfiguration.flyway(fresh.dataSource()).migrate();
        return fresh;
    }

    void subscribe(String webhookId, String accountId) {
        put(webhookId, accountId, null);
    }

    void disable(String webhookId, String accountId) {
        put(webhookId, accountId, new Disabling(DisableCause.OWNER, clock.instant()));
    }

    private void put(String webhookId, String accountId, @Nullable Disabling disabling) {
        String url = "https://" + webhookId + ".example/hook";
        List<String> all = WebhookKind.ordered(
                List.of(WebhookKind.values()).stream().map(WebhookKind::slug).toList());
        webhooks.put(
                webhookId, new WebhookView(webhookId, accountId, "hook", url, all, disabling, 1, null, Instant.EPOCH));
    }

    KnownWebhooks known() {
        return new KnownWebhooks() {
            @Override
            public boolean anyWants(WebhookKind kind, long position) {
                return webhooks.values().stream().anyMatch(hook -> wants(hook, kind));
            }

            @Override
            public List<Subscriber> thatWant(WebhookKind kind, @Nullable String accountId, long position) {
                return webhooks.values().stream()
                        .filter(hook -> wants(hook, kind)
                                && (accountId == null || hook.accountId().equals(accountId)))
                        .map(hook -> new Subscriber(hook.id(), hook.accountId()))
                        .toList();
            }

            @Override
            public Optional<WebhookView> find(String webhookId) {
                return Optional.ofNullable(webhooks.get(webhookId));
            }
        };
    }

    private static boolean wants(WebhookView hook, WebhookKind kind) {
        return hook.enabled() && hook.events().contains(kind.slug());
    }

    /** No jitter: the middle of each pause. */
    Deliveries deliveries(Post post) {
        return new Deliveries(
                outbox,
                endings,
                known(),
                secrets,
                post,
                new RetrySchedule(() -> 0.5),
                commands(),
                new AttemptMeters(meters),
                clock);
    }

    private CommandDispatcher commands() {
        return (CommandDispatcher) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CommandDispatcher.class}, (_, _, arguments) -> {
                    disabled.add((DisableWebhook) arguments[0]);
                    if (!(arguments[1] instanceof CommandContext)) {
                        throw new AssertionError("A command without its context");
                    }
                    return CompletableFuture.completedFuture(new Dispatched<>(null, 0));
                });
    }

    /** Everything that is due now, one after the other. @return how many attempts */
    int sendAll(Post post) {
        Deliveries sender = deliveries(post);
        int attempts = 0;
        for (Optional<Outgoing> next = sender.claim(); next.isPresent(); next = sender.claim()) {
            sender.attempt(next.get());
            attempts++;
        }
        return attempts;
    }

    /** @return the id of the message */
    String queue(String webhookId, String eventId) {
        String account = webhookId.equals(HOOK) ? ACCOUNT : OTHER_ACCOUNT;
        String id = "6a%022d".formatted(++sequence);
        outbox.queue(
                new Subscriber(webhookId, account),
                id,
                eventId,
                "token.minted",
                "{\"id\":\"" + id + "\"}",
                RetrySchedule.PATIENCE);
        return id;
    }

    DeliveryItem item(String webhookId, String id) {
        return log.find(webhookId, id).delivery();
    }

    JdbcClient sql() {
        return tables.sql();
    }

    long rows(String table) {
        return sql().sql("select count(*) from webhook_outbox." + table)
                .query(Long.class)
                .single();
    }

    void later(Duration by) {
        clock.advance(by);
    }
}
