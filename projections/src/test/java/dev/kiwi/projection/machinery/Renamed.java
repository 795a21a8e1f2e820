package dev.kiwi.projection.machinery;

/** An event that the ledgers do not handle. */
public record Renamed(String account, String name) {}
