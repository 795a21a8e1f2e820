package dev.kiwi.api.giveaway;

import java.util.List;

/** Drawers, in the order that was asked for. */
public record DrawerList(List<DrawerView> items) {}
