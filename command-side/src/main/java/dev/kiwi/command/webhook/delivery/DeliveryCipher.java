package dev.kiwi.command.webhook.delivery;

import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Columns of the outbox under the key of the account: erasing a person makes them unreadable, in dumps too. */
final class DeliveryCipher {
    private final PersonalDataCipher cipher;

    DeliveryCipher(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** Null for null, and when nothing may be stored for the account any more. */
    @Nullable
    String close(@Nullable String plain, String column, String accountId) {
        return plain == null ? null : cipher.encrypt(plain.getBytes(StandardCharsets.UTF_8), place(column, accountId));
    }

    /** Null for null, and once the account is erased. */
    @Nullable
    String open(@Nullable String stored, String column, String accountId) {
        if (stored == null) {
            return null;
        }
        byte[] plain = cipher.decrypt(stored, place(column, accountId));
        return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
    }

    private static Place place(String column, String accountId) {
        return new Place("webhook_outbox", column, accountId);
    }
}
