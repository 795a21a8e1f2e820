package dev.kiwi.api.rotation;

/** Query for {@link Luxion} at a moment. @param at unix seconds */
public record GetLuxion(long at) {}
