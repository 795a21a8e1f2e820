package dev.kiwi.api.market;

import dev.kiwi.api.kernel.TableRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interest list in force, in code-point order. */
public record GetInterestItems() {
    public record InterestItems(List<InterestItem> items, int count) implements TableRows<InterestItem> {
        public List<String> names() {
            return items.stream().map(InterestItem::name).toList();
        }

        @Override
        public List<InterestItem> rows() {
            return items;
        }

        @Override
        public Class<InterestItem> rowType() {
            return InterestItem.class;
        }
    }

    /** @param addedBy account; null for what came with Kiwi or from the operator */
    public record InterestItem(String name, @Nullable String addedBy, Instant addedAt) {}
}
