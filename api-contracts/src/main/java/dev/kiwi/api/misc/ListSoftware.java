package dev.kiwi.api.misc;

import java.util.List;

/** Query for tools of others to mod the game with, answered with {@link SoftwareList}. */
public record ListSoftware() {
    /** @param count of the categories */
    public record SoftwareList(List<SoftwareCategory> categories, int count) {}

    public record SoftwareCategory(String key, String description, List<Software> software) {}

    /** @param free whether it costs nothing */
    public record Software(String name, boolean free, String url, String description) {}
}
