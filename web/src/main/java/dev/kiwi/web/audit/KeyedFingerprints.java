package dev.kiwi.web.audit;

import dev.kiwi.api.audit.AddressFingerprints;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA256, the first 16 bytes as lower-case hex: a plain hash of an address could be found by trying them all. */
record KeyedFingerprints(SecretKey key) implements AddressFingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    @Override
    public String of(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "KeyedFingerprints[hidden]";
    }
}
