package dev.kiwi.projection.machinery;

/** An event that the test projectors do not handle. */
public record Renamed(String account, String name) {}
