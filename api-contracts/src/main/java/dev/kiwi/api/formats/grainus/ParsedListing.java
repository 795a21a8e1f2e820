package dev.kiwi.api.formats.grainus;

import dev.kiwi.api.kernel.Decimals;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stack of an item that somebody offers.
 *
 * @param name trimmed
 * @param type trimmed; null when there was none
 * @param stack 1 to 9,999 pieces
 * @param price of the whole stack, 1 to 50,000,000
 */
public record ParsedListing(UUID id, String name, @Nullable String type, int stack, long price) {
    /** 100-nanosecond ticks from the calendar's start in 1582 to 1970. */
    private static final long TICKS_TO_1970 = 0x01B21DD213814000L;

    private static final long TICKS_A_SECOND = 10_000_000;

    /** The price of one piece, three decimals (M7). */
    public double priceEach() {
        return Decimals.round((double) price / stack, 3);
    }

    /** When the player posted it, unix seconds: the time in the id, whatever version the id says it is (section 2). */
    public long createdAt() {
        long bits = id.getMostSignificantBits();
        long ticks = (bits & 0x0FFF) << 48 | (bits >>> 16 & 0xFFFF) << 32 | bits >>> 32;
        return Math.floorDiv(ticks - TICKS_TO_1970, TICKS_A_SECOND);
    }
}
