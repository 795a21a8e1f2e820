package dev.kiwi.api.giveaway;

/** Query for a {@link DrawerView}; refused with {@code not_found} when there is none. */
public record FindDrawer(String drawerId) {}
