package dev.kiwi.api.giveaway;

import java.util.List;

/** Ids of giveaways that wait for something, the longest first. @param toDraw ended, or closed and left undrawn */
public record DueGiveaways(List<String> toOpen, List<String> toDraw) {}
