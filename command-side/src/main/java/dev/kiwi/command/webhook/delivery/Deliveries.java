package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.webhook.WebhookSecrets;
import dev.kiwi.command.webhook.delivery.Post.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes attempts, one at a time for each endpoint. Any number of threads on any number of nodes may; each blocks. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final CommandContext SENDER = CommandContext.system("webhooks");

    private final Outbox outbox;
    private final Endings endings;
    private final KnownWebhooks webhooks;
    private final WebhookSecrets secrets;
    private final Post post;
    private final RetrySchedule schedule;
    private final CommandDispatcher commands;
    private final AttemptMeters attempts;
    private final Clock clock;

    Deliveries(
            Outbox outbox,
            Endings endings,
            KnownWebhooks webhooks,
            WebhookSecrets secrets,
            Post post,
            RetrySchedule schedule,
            CommandDispatcher commands,
            AttemptMeters attempts,
            Clock clock) {
        this.outbox = outbox;
        this.endings = endings;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.post = post;
        this.schedule = schedule;
        this.commands = commands;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** A delivery that this node alone may attempt now; empty when none is due. */
    Optional<Outgoing> claim() {
        return outbox.claim();
    }

    Optional<Instant> nextDue() {
        return outbox.nextDue();
    }

    /** Tries a claimed delivery once and settles it. */
    void attempt(Outgoing outgoing) {
        Instant asked = clock.instant();
        Optional<WebhookView> webhook = webhooks.find(outgoing.webhookId());
        String body = outgoing.body();
        if (webhook.isEmpty() || body == null) {
            endings.dropWebhook(outgoing.webhookId());
        } else if (!webhook.get().enabled()) {
            // By now, not by when it was disabled: orders of a moment that did not know that yet are meant too.
            endings.cancel(outgoing.webhookId(), asked);
        } else {
            settle(outgoing, send(webhook.get(), outgoing, body));
        }
    }

    private Outcome send(WebhookView webhook, Outgoing outgoing, String body) {
        Instant started = clock.instant();
        long began = System.nanoTime();
        Map<String, String> headers = Map.of(
                Signature.HEADER,
                Signature.header(secrets.signing(webhook, started), started, body),
                "Kiwi-Webhook-Id",
                webhook.id(),
                "Kiwi-Delivery-Id",
                outgoing.id(),
                "Kiwi-Event",
                outgoing.kind());
        try {
            Answer answer = post.send(webhook.url(), headers, body);
            return new Outcome(
                    started,
                    Duration.ofNanos(System.nanoTime() - began),
                    answer.status(),
                    PlainAnswer.of(answer.text()),
                    complaint(answer.status()));
        } catch (IOException e) {
            LOG.debug("Delivery {} got no answer", outgoing.id(), e);
            String reason = String.valueOf(e.getMessage());
            return new Outcome(started, Duration.ofNanos(System.nanoTime() - began), null, null, reason);
        }
    }

    /** Null for a success. */
    private static @Nullable String complaint(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        return status >= 300 && status < 400 ? "redirects are not followed" : "the status is not 2xx";
    }

    private void settle(Outgoing outgoing, Outcome outcome) {
        Instant now = clock.instant();
        Instant next = outcome.delivered()
                ? null
                : schedule.next(outgoing.attempts() + 1, now, outgoing.giveUpAt())
                        .orElse(null);
        Standing standing = outbox.settle(outgoing, outcome, next);
        attempts.ended(outcome, next != null);
        if (standing.isHopeless(now)) {
            giveUp(outgoing.webhookId());
        }
    }

    /** The owner is told by mail, because of the event. What fails here is asked again with the next attempt. */
    private void giveUp(String webhookId) {
        LOG.info("Webhook {} is disabled: nothing got through for a day", webhookId);
        try {
            commands.dispatch(new DisableWebhook(webhookId, DisableCause.FAILURES), SENDER)
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Refusal)) {
                throw e;
            }
            LOG.info("Webhook {} was not disabled: {}", webhookId, e.getCause().getMessage());
        }
    }
}
