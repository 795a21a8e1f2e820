package dev.kiwi.api.giveaway;

import java.time.Instant;

/** Query for the {@link DueGiveaways} of a moment. */
public record ListDueGiveaways(Instant at) {}
