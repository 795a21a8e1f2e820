package dev.kiwi.command.crypto;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How one personal value becomes text that may be stored, and back. */
public interface PersonalDataCipher {
    /** Null when nothing may be stored for this subject any more. */
    @Nullable
    String encrypt(byte[] plain, Place place);

    /** Null when the value is gone for good. @throws IllegalStateException when the text was tampered with */
    byte @Nullable [] decrypt(String text, Place place);

    /** Whose value it is, and where it stands; a value only reads back at its own place. */
    record Place(String event, String component, String subject) {
        byte[] context() {
            return (event + '\0' + component + '\0' + subject).getBytes(StandardCharsets.UTF_8);
        }
    }
}
