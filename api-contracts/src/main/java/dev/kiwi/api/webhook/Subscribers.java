package dev.kiwi.api.webhook;

import java.util.List;

/** Answer of {@link FindSubscribers}. */
public record Subscribers(List<Subscriber> items) {

    public record Subscriber(String webhookId, String accountId) {}
}
