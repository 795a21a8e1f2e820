package dev.kiwi.api.rotation;

/** The day on which plants can be harvested, in unix seconds. @param active whether that is now */
public record Harvest(String name, boolean active, long startsAt, long endsAt) {}
