package dev.kiwi.web.stream;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One message, encoded once for all connections.
 *
 * @param id made of type and signature, so that it is the same on every node
 * @param live as it is sent when it happens
 * @param snapshot as it is sent to who connects later; its id leads nowhere, because half a snapshot is nothing to resume from
 * @param at when this node found it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(String id, byte[] live, byte[] snapshot, Instant at) {
    private static final int ID_BYTES = 8;

    /** @param json what the data line holds, without line breaks */
    static Message of(String type, String signature, String json, Instant at) {
        String id = type + "-" + hash(signature);
        return new Message(id, encoded(id, type, json), encoded("snapshot-" + id, type, json), at);
    }

    static byte[] encoded(String id, String type, String json) {
        return ("id: " + id + "\nevent: " + type + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String signature) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(signature.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
