package dev.kiwi.api.rotation;

/** Query for the {@link ChaosChest} of a moment. @param at unix seconds */
public record GetChaosChest(long at) {}
