package dev.kiwi.api.giveaway;

import java.util.List;

/** Giveaways, in the order that was asked for. */
public record GiveawayList(List<GiveawayView> items) {}
