package dev.kiwi.api.giveaway;

/** Query for a {@link DrawerList} of all drawers, the newest first. */
public record ListDrawers() {}
