package dev.kiwi.api.market;

import java.util.List;

/** The names of all items that were ever stored, in byte order. */
public record GetItemNames() {
    public record ItemNames(List<String> items, int count) {}
}
