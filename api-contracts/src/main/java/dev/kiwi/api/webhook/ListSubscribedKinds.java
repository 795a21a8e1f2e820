package dev.kiwi.api.webhook;

/** Query for the kinds that any enabled webhook of anybody wants, answered with {@link SubscribedKinds}. */
public record ListSubscribedKinds() {}
