package dev.kiwi.api.formats.leaderbot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct names in order of first appearance, told apart by their bytes and decoded once, at the end. */
final class NameTable {
    private byte[] bytes = new byte[1 << 18];
    private int[] ends = new int[1 << 14];
    /** Open addressing: hash in the upper half, number of the name plus one in the lower; 0 is free. */
    private long[] slots = new long[1 << 15];

    private int size;

    /** Number of the name in {@code [from, to)}; a new name gets the next number. */
    int number(byte[] text, int from, int to) {
        int hash = hash(text, from, to);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            long found = slots[slot];
            if (found == 0) {
                return add(text, from, to, hash, slot);
            }
            if ((int) (found >>> 32) == hash && same((int) found - 1, text, from, to)) {
                return (int) found - 1;
            }
        }
    }

    /** All names, bad bytes replaced. */
    String[] decode() {
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            int start = start(i);
            names[i] = text(bytes, start, ends[i]);
        }
        return names;
    }

    /** UTF-8 with replacement; also replaces U+0000. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private int add(byte[] text, int from, int to, int hash, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = start + to - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        System.arraycopy(text, from, bytes, start, to - from);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = end;
        slots[slot] = (long) hash << 32 | size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (long entry : slots) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (wider[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = entry;
            }
        }
        slots = wider;
    }

    private boolean same(int number, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], text, from, to);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        // Spreads the upper bits into those that pick the slot.
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
