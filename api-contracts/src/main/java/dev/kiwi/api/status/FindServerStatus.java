package dev.kiwi.api.status;

import java.time.Instant;

/** Query for the {@link ServerStatus}; one of more than ten minutes before now is no longer told. */
public record FindServerStatus(Instant now) {}
