package dev.kiwi.command.webhook.delivery;

import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.upstream.SystemLookup;
import dev.kiwi.command.webhook.WebhookSecrets;
import dev.kiwi.command.webhook.target.TargetRules;
import dev.kiwi.command.webhook.target.Targets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of deliveries. What they ask of others is asked with the first delivery. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    private static final Duration RETENTION = Duration.ofDays(30);

    @Bean
    DeliveryTables deliveryTables(DataSource dataSource) {
        return new DeliveryTables(dataSource);
    }

    @Bean
    DeliveryCipher deliveryCipher(SubjectKeys keys) {
        return new DeliveryCipher(new SubjectCipher(keys));
    }

    @Bean
    HttpPost httpPost(TargetRules rules) {
        return new HttpPost(new Targets(rules, new SystemLookup()));
    }

    @Bean
    DeliveryWorker deliveryWorker(
            DeliveryTables tables,
            DeliveryCipher cipher,
            ObjectProvider<KnownWebhooks> webhooks,
            WebhookSecrets secrets,
            HttpPost post,
            CommandDispatcher commands,
            MeterRegistry meters,
            Clock clock) {
        AttemptMeters attempts = new AttemptMeters(meters);
        return new DeliveryWorker(
                () -> new Deliveries(
                        new Outbox(tables, cipher, clock),
                        new Endings(tables, clock),
                        webhooks.getObject(),
                        secrets,
                        post,
                        new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble()),
                        commands,
                        attempts,
                        clock),
                clock);
    }

    @Bean
    DeliveryRoom deliveryRoom(
            DeliveryTables tables,
            DeliveryCipher cipher,
            KnownWebhooks webhooks,
            KnownTokens tokens,
            DeliveryWorker worker,
            Clock clock) {
        return new DeliveryRoom(
                new Outbox(tables, cipher, clock), new Endings(tables, clock), webhooks, tokens, worker::wake);
    }

    @Bean
    DeliveryLog deliveryLog(DeliveryTables tables, DeliveryCipher cipher) {
        return new DeliveryLog(tables, cipher);
    }

    @Bean
    EndpointLog endpointLog(DeliveryTables tables) {
        return new EndpointLog(tables);
    }

    @Bean
    DeliveryDesk deliveryDesk(
            DeliveryTables tables, DeliveryCipher cipher, DeliveryLog log, DeliveryWorker worker, Clock clock) {
        return new DeliveryDesk(tables, new Outbox(tables, cipher, clock), log, worker::wake, clock);
    }

    /** For what waits when a node starts or has died, and for what fell due on a node that went. */
    @Bean
    ScheduledJob webhookDeliveries(DeliveryTables tables, DeliveryCipher cipher, DeliveryWorker worker, Clock clock) {
        Outbox outbox = new Outbox(tables, cipher, clock);
        return new ScheduledJob("webhook-deliveries", Duration.ofMinutes(1), () -> {
            boolean waiting = tables.areMade() && outbox.nextDue().isPresent();
            if (waiting) {
                worker.wake();
            }
            return waiting ? "woke the sender" : "nothing waits";
        });
    }

    @Bean
    ScheduledJob webhookExpiry(DeliveryTables tables, Clock clock) {
        Endings endings = new Endings(tables, clock);
        return new ScheduledJob(
                "webhook-expiry", Duration.ofDays(1), () -> endings.expire(RETENTION) + " old deliveries deleted");
    }
}
