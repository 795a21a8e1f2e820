package dev.kiwi.api.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.market.ListingSort.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingSortTest {
    @ParameterizedTest
    @CsvSource({
        "-last_seen, LAST_SEEN, true",
        "price_each, PRICE_EACH, false",
        "' price', PRICE, false",
        "+stack, STACK, false",
        "-name, NAME, true",
        "created_at, CREATED_AT, false",
        "id, LAST_SEEN, true",
        "'', LAST_SEEN, true",
        "--name, LAST_SEEN, true",
        "NAME, LAST_SEEN, true"
    })
    void readsASignAndAColumn(String text, Column column, boolean descending) {
        assertThat(ListingSort.of(text)).isEqualTo(new ListingSort(column, descending));
    }

    @Test
    void theBundledListIsTheOneOfTheTable() {
        assertThat(BundledItems.names())
                .hasSize(77)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("Builder's Blossom", "Tentacle of Q'bthulhu", "Glim");
    }
}
