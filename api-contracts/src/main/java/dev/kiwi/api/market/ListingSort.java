package dev.kiwi.api.market;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of listings; equal ones follow by id, ascending. */
public record ListingSort(Column column, boolean descending) {
    private static final ListingSort USUAL = new ListingSort(Column.LAST_SEEN, true);

    public enum Column {
        LAST_SEEN,
        PRICE_EACH,
        CREATED_AT,
        PRICE,
        STACK,
        NAME;

        /** As in answers and tables. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For example {@code -price_each}; newest sighting first for what is not understood (market.md 7). */
    public static ListingSort of(String text) {
        // A plus sign in a query string arrives as a blank.
        String asked = text.trim();
        boolean signed = asked.startsWith("-") || asked.startsWith("+");
        String column = signed ? asked.substring(1) : asked;
        Optional<Column> known = Stream.of(Column.values())
                .filter(one -> one.text().equals(column))
                .findFirst();
        return known.map(one -> new ListingSort(one, asked.startsWith("-"))).orElse(USUAL);
    }
}
