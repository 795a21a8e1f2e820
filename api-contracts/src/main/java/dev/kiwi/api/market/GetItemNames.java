package dev.kiwi.api.market;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;

/** The names of all items that were ever stored, in byte order. */
public record GetItemNames() {
    public record ItemNames(List<String> items, int count) implements TableRows<ItemName> {
        @Override
        public List<ItemName> rows() {
            return items.stream().map(ItemName::new).toList();
        }

        @Override
        public Class<ItemName> rowType() {
            return ItemName.class;
        }
    }

    /** A row of the table that the list is as CSV. */
    public record ItemName(String name) {}
}
