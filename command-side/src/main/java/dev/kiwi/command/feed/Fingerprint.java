package dev.kiwi.command.feed;

import dev.kiwi.api.feed.FeedItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether items are the same ones: equal items in the same order, equal text. */
final class Fingerprint {
    private static final int BYTES = 12;

    private Fingerprint() {}

    static String of(List<FeedItem> items) {
        return of("", items);
    }

    /** Of what comes in several parts. */
    static String ofParts(List<List<FeedItem>> parts) {
        String known = "";
        for (List<FeedItem> part : parts) {
            known = of(known, part);
        }
        return known;
    }

    /** @param before that of the parts before these items; empty for none */
    static String of(String before, List<FeedItem> items) {
        MessageDigest digest = sha256();
        if (!before.isEmpty()) {
            add(digest, before);
        }
        for (FeedItem item : items) {
            add(digest, item.key());
            add(digest, String.valueOf(item.at()));
            add(digest, String.valueOf(item.until()));
            add(digest, String.valueOf(item.label()));
            add(digest, item.json());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
