package dev.kiwi.api.webhook;

import java.util.Set;

/** Answer of {@link ListSubscribedKinds}: slugs of {@link WebhookKind}. */
public record SubscribedKinds(Set<String> slugs) {}
