package dev.kiwi.api.misc;

import java.util.List;

/** Query for all supporters in the order in which they came. */
public record ListSupporters() {
    public record SupporterRows(List<Supporter> items) {}
}
