package dev.kiwi.web.webhook;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.webhook.FindSubscribers;
import dev.kiwi.api.webhook.FindWebhook;
import dev.kiwi.api.webhook.ListSubscribedKinds;
import dev.kiwi.api.webhook.SubscribedKinds;
import dev.kiwi.api.webhook.Subscribers;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.webhook.delivery.KnownWebhooks;
import dev.kiwi.web.dispatch.CaughtUpQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deliveries' look at webhooks, through their queries. */
@Component
final class AskedWebhooks implements KnownWebhooks {
    private static final long ANY_POSITION = -1;

    private final CaughtUpQueries queries;
    private volatile Wanted wanted = new Wanted(Long.MIN_VALUE, Set.of());

    AskedWebhooks(CaughtUpQueries queries) {
        this.queries = queries;
    }

    /** @param until the answer knows of all events up to this position; it may know of later ones */
    private record Wanted(long until, Set<String> kinds) {}

    /** While this node catches up, one answer serves all events that the read model is ahead by. */
    @Override
    public boolean anyWants(WebhookKind kind, long position) {
        Wanted known = wanted;
        if (position > known.until()) {
            known = ask(position);
            wanted = known;
        }
        return known.kinds().contains(kind.slug());
    }

    private Wanted ask(long position) {
        // Waited for first: then the read model is ahead of the whole batch, mostly, and the next event need not ask.
        long applied = queries.reached(Projection.WEBHOOK, position);
        Set<String> kinds = queries.ask(
                        new ListSubscribedKinds(), SubscribedKinds.class, Projection.WEBHOOK, ANY_POSITION)
                .map(SubscribedKinds::slugs)
                .orElse(Set.of());
        return new Wanted(applied, kinds);
    }

    @Override
    public List<Subscriber> thatWant(WebhookKind kind, @Nullable String accountId, long position) {
        return queries.ask(
                        new FindSubscribers(kind, accountId, position), Subscribers.class, Projection.WEBHOOK, position)
                .map(Subscribers::items)
                .orElse(List.of());
    }

    @Override
    public Optional<WebhookView> find(String webhookId) {
        return queries.ask(new FindWebhook(webhookId), WebhookView.class, Projection.WEBHOOK, ANY_POSITION);
    }
}
