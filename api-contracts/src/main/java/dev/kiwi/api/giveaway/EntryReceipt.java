package dev.kiwi.api.giveaway;

/** That somebody takes part. @param ticket stands for the entry in public, 16 hex digits */
public record EntryReceipt(String ticket) {}
