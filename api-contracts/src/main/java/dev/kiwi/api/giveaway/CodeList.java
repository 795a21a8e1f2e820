package dev.kiwi.api.giveaway;

import java.util.List;

/** Codes, in the order that was asked for. */
public record CodeList(List<CodeView> items) {}
