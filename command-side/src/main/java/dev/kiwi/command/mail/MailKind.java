package dev.kiwi.command.mail;

import java.util.Locale;

/** The messages of platform.md 18.1, and those of second factors. */
enum MailKind {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    CONFIRM_NEW_EMAIL,
    NEW_SIGN_IN,
    PASSWORD_CHANGED,
    TOKEN_CREATED,
    TOKEN_EXPIRING,
    GITHUB_LINKED,
    TOKEN_COMPROMISED,
    EMAIL_CHANGED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PASSKEY_COUNTER_WENT_BACK,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_DISABLED,
    RECOVERY_CODE_USED,
    WEBHOOK_DISABLED,
    RATE_LIMIT_DIGEST;

    /** Sent only while SECURITY_EMAIL_NOTIFICATIONS is on. */
    boolean isNotice() {
        return switch (this) {
            case VERIFY_EMAIL, RESET_PASSWORD, CONFIRM_NEW_EMAIL, RATE_LIMIT_DIGEST -> false;
            case NEW_SIGN_IN,
                    PASSWORD_CHANGED,
                    TOKEN_CREATED,
                    TOKEN_EXPIRING,
                    GITHUB_LINKED,
                    TOKEN_COMPROMISED,
                    EMAIL_CHANGED,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    PASSKEY_COUNTER_WENT_BACK,
                    SECOND_FACTOR_ENABLED,
                    SECOND_FACTOR_DISABLED,
                    RECOVERY_CODE_USED,
                    WEBHOOK_DISABLED -> true;
        };
    }

    /** As it is stored and shown, for example {@code verify_email}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
