package dev.kiwi.bench.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Listings that somebody might offer; the same number gives the same ones, another number others. */
record Listings(List<Listing> items) {
    private static final long TICKS_TO_1970 = 0x01B21DD213814000L;
    private static final long TICKS_A_SECOND = 10_000_000;
    /** Posted within the last days, so that all are on offer. */
    private static final int OLDEST_SECONDS = 5 * 86_400;

    private static final int LARGEST_STACK = 9_999;
    private static final int HIGHEST_EACH = 5_000;

    /** @param createdAt when it was posted, unix seconds */
    record Listing(String id, String name, int stack, long price, long createdAt) {}

    /**
     * @param number which ones
     * @param names of items, all of which occur
     * @param now unix seconds
     */
    static Listings of(int number, int count, List<String> names, long now) {
        Random random = new Random(number);
        List<Listing> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long createdAt = now - 1 - random.nextInt(OLDEST_SECONDS);
            int stack = 1 + random.nextInt(LARGEST_STACK);
            long price = (long) stack * (1 + random.nextInt(HIGHEST_EACH));
            String id = id(createdAt, (long) number * count + i);
            items.add(new Listing(id, names.get(i % names.size()), stack, price, createdAt));
        }
        return new Listings(items);
    }

    /** A version-1 id. @param node that no other listing has */
    private static String id(long createdAt, long node) {
        long ticks = createdAt * TICKS_A_SECOND + TICKS_TO_1970;
        return String.format(
                Locale.ROOT,
                "%08x-%04x-1%03x-8000-%012x",
                ticks & 0xFFFFFFFFL,
                ticks >>> 32 & 0xFFFF,
                ticks >>> 48 & 0xFFF,
                node);
    }

    /** As the game's mod writes them (market.md 1). */
    byte[] scrape() {
        StringBuilder text = new StringBuilder();
        for (Listing listing : items) {
            text.append(listing.id()).append(';').append(listing.name()).append(";Material;");
            text.append(listing.stack()).append(';').append(listing.price()).append(",\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All columns of Kiwi's table, tab-separated, for COPY. @param seen unix seconds */
    byte[] rows(long seen) {
        StringBuilder text = new StringBuilder();
        for (Listing listing : items) {
            double each = (double) listing.price() / listing.stack();
            text.append(listing.id()).append('\t').append(listing.name()).append("\tMaterial\t");
            text.append(listing.stack()).append('\t').append(listing.price()).append('\t');
            text.append(each).append('\t').append(seen).append('\t');
            text.append(listing.createdAt()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
