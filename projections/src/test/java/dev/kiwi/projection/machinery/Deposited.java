package dev.kiwi.projection.machinery;

/** The event of these tests; some accounts make a projector fail. */
public record Deposited(String account, long amount) {}
