package dev.kiwi.command.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code Kiwi-Signature}: HMAC-SHA256 over the moment, a dot and the body, so that neither can be changed or replayed late. */
final class Signature {
    static final String HEADER = "Kiwi-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** {@code t=<unix>,v1=<hex>} with a {@code v1} for each secret; the key is the secret's whole text. */
    static String header(List<String> secrets, Instant at, String body) {
        long seconds = at.getEpochSecond();
        return secrets.stream()
                .map(secret -> ",v1=" + hex(secret, seconds + "." + body))
                .collect(Collectors.joining("", "t=" + seconds, ""));
    }

    private static String hex(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
