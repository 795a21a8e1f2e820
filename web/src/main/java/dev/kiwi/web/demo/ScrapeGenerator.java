package dev.kiwi.web.demo;

import java.util.List;
import java.util.UUID;

/**
 * Writes the marketplace of one moment in the grammar of market.md 1: a function of the items and the moment. Prices
 * swing from week to week, around a level that each item has of its own.
 */
record ScrapeGenerator(List<String> items) {
    private static final long SEED = 11;
    private static final long SLOT = 6 * 3_600;
    private static final long WEEK = 604_800;
    private static final long TICKS_A_SECOND = 10_000_000;
    /** 100 ns between the UUID epoch of 1582 and 1970. */
    private static final long UUID_EPOCH = 0x01B21DD213814000L;

    private static final long NODE = 0x8A55_0242_AC12_0002L;
    private static final long HIGHEST_PRICE = 50_000_000;
    private static final int[] STACKS = {1, 1, 5, 10, 50, 100, 250, 500, 999, 1_000};
    private static final List<String> TYPES = List.of("Material", "Consumable", "Style", "");

    /** All that is listed at a unix second: posted before, within a week, and not sold yet. */
    String text(long at) {
        StringBuilder text = new StringBuilder("# GrainusMod\n");
        for (int item = 0; item < items.size(); item++) {
            for (long slot = Math.floorDiv(at - WEEK, SLOT); slot <= Math.floorDiv(at, SLOT); slot++) {
                int posted = (int) (Mix.unit(SEED, item, -slot) * (1 + item % 3 + .8));
                for (int k = 0; k < posted; k++) {
                    listing(text, item, slot, k, at);
                }
            }
        }
        return text.append("done = true\n").toString();
    }

    private void listing(StringBuilder text, int item, long slot, int k, long at) {
        long key = item * 1_000L + k;
        long posted = slot * SLOT + (long) (Mix.unit(SEED + 1, slot, key) * SLOT);
        double patience = Mix.unit(SEED + 2, slot, key);
        long sold = posted + 7_200 + (long) (patience * patience * WEEK);
        if (posted > at || sold <= at || posted <= at - WEEK) {
            return;
        }
        int stack = STACKS[(int) (Mix.unit(SEED + 3, slot, key) * STACKS.length)];
        long price = Math.round(each(item, slot, key, posted) * stack);
        text.append(id(posted, slot, key)).append(';');
        text.append(items.get(item)).append(';');
        text.append(TYPES.get(item % TYPES.size())).append(';');
        text.append(stack).append(';');
        text.append(Math.clamp(price, 1, HIGHEST_PRICE)).append(",\n");
    }

    /** What one piece costs; now and then somebody asks for far too much. */
    private static double each(int item, long slot, long key, long posted) {
        double level = 8 * Math.pow(3_000, Mix.unit(SEED, item, 1));
        double swing = 1 + .25 * Math.sin(posted / (double) WEEK * (2 + item % 5) + item);
        double mood = .75 + .5 * Mix.unit(SEED + 4, slot, key);
        double greed = Mix.unit(SEED + 5, slot, key) < .02 ? 15 : 1;
        return level * swing * mood * greed;
    }

    /** Of version 1, whose time is when the listing was posted. */
    private static UUID id(long posted, long slot, long key) {
        long ticks = posted * TICKS_A_SECOND + UUID_EPOCH + (Mix.bits(SEED, slot, key) >>> 42);
        long high = (ticks << 32) | ((ticks >>> 16) & 0xFFFF_0000L) | 0x1000L | ((ticks >>> 48) & 0x0FFFL);
        return new UUID(high, NODE);
    }
}
