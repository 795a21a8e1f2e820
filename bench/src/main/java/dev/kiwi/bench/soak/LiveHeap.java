package dev.kiwi.bench.soak;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of the heap after a full collection.
 *
 * @param bytes by class
 */
record LiveHeap(Map<String, Long> bytes) {
    private static final Pattern ROW = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");
    private static final double MEGABYTE = 1e6;

    /** @param histogram answer of {@code jcmd <pid> GC.class_histogram}, which collects before it counts */
    static LiveHeap of(String histogram) throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        Matcher row = ROW.matcher(histogram);
        while (row.find()) {
            // Two class loaders may have classes of one name.
            bytes.merge(row.group(2), Long.valueOf(row.group(1)), Long::sum);
        }
        if (bytes.isEmpty()) {
            throw new IOException("Not a histogram of classes: " + histogram);
        }
        return new LiveHeap(bytes);
    }

    double megabytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum() / MEGABYTE;
    }

    /** The classes that have grown most since then, the largest growth first. */
    List<String> growthSince(LiveHeap before, int most) {
        record Growth(String type, long bytes) {}
        return bytes.entrySet().stream()
                .map(now -> new Growth(now.getKey(), now.getValue() - before.bytes.getOrDefault(now.getKey(), 0L)))
                .filter(growth -> growth.bytes() > 0)
                .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
                .limit(most)
                .map(growth -> "%+.2f MB %s".formatted(growth.bytes() / MEGABYTE, growth.type()))
                .toList();
    }
}
