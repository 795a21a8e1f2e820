package dev.kiwi.api.usage;

import java.util.List;

/** Recorded requests, newest first. */
public record UsageEvents(List<UsageEvent> items) {}
