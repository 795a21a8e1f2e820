package dev.kiwi.command.crypto;

import java.util.Base64;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Encrypts with the key of the data subject, as {@code enc:1:<base64url>}. */
public final class SubjectCipher implements PersonalDataCipher {
    private static final String PREFIX = "enc:1:";

    private final SubjectKeys keys;

    public SubjectCipher(SubjectKeys keys) {
        this.keys = keys;
    }

    @Override
    public @Nullable String encrypt(byte[] plain, Place place) {
        SecretKey key = keys.forWriting(place.subject());
        if (key == null) {
            return null;
        }
        byte[] encrypted = AesGcm.encrypt(key, plain, place.context());
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
    }

    @Override
    public byte @Nullable [] decrypt(String text, Place place) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalStateException(place.component() + " of " + place.event() + " is stored unencrypted");
        }
        SecretKey key = keys.forReading(place.subject());
        if (key == null) {
            return null;
        }
        return AesGcm.decrypt(key, Base64.getUrlDecoder().decode(text.substring(PREFIX.length())), place.context());
    }
}
