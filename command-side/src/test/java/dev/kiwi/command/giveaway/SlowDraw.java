package dev.kiwi.command.giveaway;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code kiwi-draw-1} as the page describes it, written from that description alone. */
final class SlowDraw {
    private SlowDraw() {}

    static String entrantsHash(List<String> tickets) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String ticket : tickets) {
            digest.update(ticket.getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0x0a);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static int index(List<String> tickets, byte[] seed, String giveawayId) throws Exception {
        BigInteger n = BigInteger.valueOf(tickets.size());
        BigInteger largestMultiple = BigInteger.TWO.pow(64).divide(n).multiply(n);
        for (int round = 0; ; round++) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            String message =
                    String.join("\n", "kiwi-draw-1", giveawayId, entrantsHash(tickets), Integer.toString(round));
            byte[] whole = mac.doFinal(message.getBytes(StandardCharsets.US_ASCII));
            BigInteger x = new BigInteger(1, Arrays.copyOf(whole, 8));
            if (x.compareTo(largestMultiple) < 0) {
                return x.mod(n).intValueExact();
            }
        }
    }
}
