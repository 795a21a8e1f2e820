package dev.kiwi.command.giveaway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which of a list of tickets wins, by {@code kiwi-draw-1} (ADR 0030): a function of seed, giveaway and tickets alone, every
 * ticket as likely as any other.
 *
 * @param index of the winner, from 0
 * @param entrantsHash SHA-256 of the tickets, each followed by a line feed, lower-case hex
 */
record FairDraw(int index, String entrantsHash) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String NAME = "kiwi-draw-1";

    /** @param tickets at least one, in the order in which they entered */
    static FairDraw among(List<String> tickets, byte[] seed, String giveawayId) {
        StringBuilder lines = new StringBuilder();
        tickets.forEach(ticket -> lines.append(ticket).append('\n'));
        String entrantsHash = sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
        for (int round = 0; ; round++) {
            long drawn = number(seed, NAME + "\n" + giveawayId + "\n" + entrantsHash + "\n" + round);
            if (isFair(drawn, tickets.size())) {
                return new FairDraw((int) Long.remainderUnsigned(drawn, tickets.size()), entrantsHash);
            }
        }
    }

    /** False in the last, incomplete run of {@code n} below 2^64, which would make small indexes likelier. */
    static boolean isFair(long drawn, int n) {
        // 2^64 mod n, since -n is 2^64 - n.
        long surplus = Long.remainderUnsigned(-n, n);
        return Long.compareUnsigned(drawn, -surplus) < 0 || surplus == 0;
    }

    /** The first eight bytes, big-endian and unsigned. */
    private static long number(byte[] seed, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed, ALGORITHM));
            return ByteBuffer.wrap(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Lower-case hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
