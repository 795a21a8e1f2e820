package dev.kiwi.api.status;

import java.time.Instant;

/** Query for how a server stood in the days before now, answered with {@link StatusHistory}. */
public record GetStatusHistory(Environment environment, int days, Instant now) {}
