package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What deliveries ask of webhooks. Every call may block. */
public interface KnownWebhooks {
    /**
     * False when no enabled webhook of anybody wants the kind. Asked for each event, so it must cost next to nothing.
     *
     * @param position of the event, which the answer must know of
     * @throws IllegalStateException when what it reads from is not there yet
     */
    boolean anyWants(WebhookKind kind, long position);

    /**
     * The enabled webhooks that want the kind.
     *
     * @param accountId whom it happened to; null for what concerns everybody
     * @param position of the event, which the answer must know of
     * @throws IllegalStateException when what it reads from is not there yet
     */
    List<Subscriber> thatWant(WebhookKind kind, @Nullable String accountId, long position);

    /** Empty when it is deleted, or its account erased. */
    Optional<WebhookView> find(String webhookId);
}
