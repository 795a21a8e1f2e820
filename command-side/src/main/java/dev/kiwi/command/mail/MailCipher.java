package dev.kiwi.command.mail;

import dev.kiwi.command.crypto.PersonalDataCipher;
import dev.kiwi.command.crypto.PersonalDataCipher.Place;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Columns of the outbox under the key of whom the message is for: erasing a person erases the person's mail. */
final class MailCipher {
    /** Whose key holds what is not for an account. */
    private static final String OPERATOR = "mail:operator";

    private final PersonalDataCipher cipher;

    MailCipher(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** Null for null, and when nothing may be stored for the account any more. */
    @Nullable
    String close(@Nullable String plain, String column, @Nullable String accountId) {
        return plain == null ? null : cipher.encrypt(plain.getBytes(StandardCharsets.UTF_8), place(column, accountId));
    }

    /** Null for null, and once the account is erased. */
    @Nullable
    String open(@Nullable String stored, String column, @Nullable String accountId) {
        if (stored == null) {
            return null;
        }
        byte[] plain = cipher.decrypt(stored, place(column, accountId));
        return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
    }

    private static Place place(String column, @Nullable String accountId) {
        return new Place("mail.message", column, accountId == null ? OPERATOR : accountId);
    }
}
