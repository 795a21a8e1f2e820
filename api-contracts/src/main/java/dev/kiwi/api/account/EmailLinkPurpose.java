package dev.kiwi.api.account;

/** What a link in a mail is for (platform.md 3.7). */
public enum EmailLinkPurpose {
    VERIFY("email_verify", "/auth/verify-email"),
    RESET_PASSWORD("password_reset", "/auth/reset-password"),
    CHANGE_EMAIL("email_change", "/auth/verify-email-change");

    private final String type;
    private final String path;

    EmailLinkPurpose(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** The token's claim of this name. */
    public String type() {
        return type;
    }

    /** Below {@code API_URL}; the token comes as query parameter {@code token}. */
    public String path() {
        return path;
    }
}
