package dev.kiwi.api.formats.leaderbot;

import java.util.Arrays;

/** A growing run of bytes that is reused. */
final class Bytes {
    private byte[] content = new byte[256];
    private int size;

    void add(byte b) {
        room(1);
        content[size++] = b;
    }

    void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, content, size, end - start);
        size += end - start;
    }

    void clear() {
        size = 0;
    }

    byte[] content() {
        return content;
    }

    int size() {
        return size;
    }

    private void room(int more) {
        if (size + more > content.length) {
            content = Arrays.copyOf(content, Math.max(size + more, content.length * 2));
        }
    }
}
