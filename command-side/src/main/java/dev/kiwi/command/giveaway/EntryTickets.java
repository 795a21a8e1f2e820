package dev.kiwi.command.giveaway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Names entries in public: without the key a ticket says nothing of whose it is, and nobody but Kiwi can make one. */
final class EntryTickets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;

    private final SecretKey key;

    EntryTickets(SecretKey key) {
        this.key = key;
    }

    /** 16 lower-case hex digits, the same each time. */
    String of(String giveawayId, String siteUserId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal((giveawayId + "/" + siteUserId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
